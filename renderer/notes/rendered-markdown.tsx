import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { openLink } from '../state/article-actions.ts'

/**
 * What the reader wrote, as Markdown (CommonMark and GitHub's tables, tasks and strikes). HTML in it stays text, links
 * ask first, and no picture is ever fetched: its description stands in its place.
 */
export function RenderedMarkdown({ markdown }: { markdown: string }) {
  return (
    <Markdown remarkPlugins={[remarkGfm]} components={components}>
      {markdown}
    </Markdown>
  )
}

const components: Components = {
  a: ({ href = '', children }) => (
    <button type="button" className="note-link" role="link" title={href} onClick={() => void openLink(href)}>
      {children}
    </button>
  ),
  img: ({ alt }) => <span className="note-picture">{alt === '' ? 'picture' : alt}</span>,
  // The note stands in a page that has headings of its own.
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
  input: ({ checked }) => (
    <input type="checkbox" checked={checked} disabled aria-label={checked === true ? 'Done' : 'To do'} />
  ),
}
