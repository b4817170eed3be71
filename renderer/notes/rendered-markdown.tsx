import Markdown, { type Components, defaultUrlTransform } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { openLink } from '../state/article-actions.ts'
import { followLink } from '../state/link-actions.ts'
import { NoteLink } from './note-link.tsx'
import { isWikilinkHref, targetOf, withMarkdownLinks } from './wikilink-href.ts'

/**
 * What the reader wrote, as Markdown (CommonMark and GitHub's tables, tasks and strikes) with links to articles, notes and
 * names. HTML in it stays text, links to the web ask first, and no picture is ever fetched: its description stands in its
 * place.
 */
export function RenderedMarkdown({ markdown }: { markdown: string }) {
  return (
    <Markdown remarkPlugins={[remarkGfm]} components={components} urlTransform={safeHref}>
      {withMarkdownLinks(markdown)}
    </Markdown>
  )
}

const components: Components = {
  a({ href = '', children }) {
    const target = targetOf(href)
    if (target === 'name') return <em className="note-name">{children}</em>
    if (target === null) {
      return (
        <NoteLink title={href} onFollow={() => void openLink(href)}>
          {children}
        </NoteLink>
      )
    }
    return <NoteLink onFollow={() => void followLink(target)}>{children}</NoteLink>
  },
  img: ({ alt }) => <span className="note-picture">{alt === '' ? 'picture' : alt}</span>,
  // The note stands in a page that has headings of its own.
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
  input: ({ checked }) => (
    <input type="checkbox" checked={checked} disabled aria-label={checked === true ? 'Done' : 'To do'} />
  ),
}

function safeHref(href: string): string {
  return isWikilinkHref(href) ? href : defaultUrlTransform(href)
}
