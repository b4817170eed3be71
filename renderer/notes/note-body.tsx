import { lazy, Suspense } from 'react'
import './note-body.css'

// The Markdown reader is a third of the page's code; the list is there before it, and the words before their form.
const RenderedMarkdown = lazy(async () => ({
  default: (await import('./rendered-markdown.tsx')).RenderedMarkdown,
}))

/** What the reader wrote, as Markdown. */
export function NoteBody({ body }: { body: string }) {
  return (
    <div className="note-body" dir="auto">
      <Suspense fallback={<p>{body}</p>}>
        <RenderedMarkdown markdown={body} />
      </Suspense>
    </div>
  )
}
