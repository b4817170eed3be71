import { memo } from 'react'
import { isPlain } from './is-plain.ts'
import { RenderedMarkdown } from './rendered-markdown.tsx'

/** Nothing while the text means no more than it says. */
export const LivePreview = memo(function LivePreview({ body }: { body: string }) {
  if (isPlain(body)) return null
  return (
    <div className="note-preview note-body" role="group" aria-label="Preview" dir="auto">
      <RenderedMarkdown markdown={body} />
    </div>
  )
})
