import { lazy, Suspense, useDeferredValue } from 'react'

// As in note-body.tsx: nobody waits for the Markdown reader.
const LivePreview = lazy(async () => ({ default: (await import('./live-preview.tsx')).LivePreview }))

/** What the Markdown being written comes to; it may lag behind the keys, but never holds them up. */
export function NotePreview({ body }: { body: string }) {
  const settled = useDeferredValue(body)
  return (
    <Suspense fallback={null}>
      <LivePreview body={settled} />
    </Suspense>
  )
}
