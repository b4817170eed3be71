import { ArticleId, NoteId } from '../../src/model/ids.ts'
import { type LinkTarget, wikilinks } from '../../src/text/wikilinks.ts'

const scheme = 'wikilink:'

/** The same Markdown with every `[[link]]` as a link that Markdown knows, to an address that `targetOf` understands. */
export function withMarkdownLinks(body: string): string {
  let markdown = ''
  let end = 0
  for (const { span, target, label } of wikilinks(body)) {
    markdown += `${body.slice(end, span.start)}[${escaped(label)}](${hrefOf(target)})`
    end = span.end
  }
  return markdown + body.slice(end)
}

export function isWikilinkHref(href: string): boolean {
  return href.startsWith(scheme)
}

/** What an address of `withMarkdownLinks` leads to; null for every other. A name is only a name: it leads nowhere. */
export function targetOf(href: string): Exclude<LinkTarget, { kind: 'name' }> | 'name' | null {
  if (!isWikilinkHref(href)) return null
  const [article, note] = href.slice(scheme.length).split('/')
  const articleId = ArticleId.safeParse(article)
  if (!articleId.success) return 'name'
  const noteId = NoteId.safeParse(note)
  if (!noteId.success) return { kind: 'article', articleId: articleId.data }
  return { kind: 'note', articleId: articleId.data, noteId: noteId.data }
}

function hrefOf(target: LinkTarget): string {
  if (target.kind === 'name') return `${scheme}name`
  return scheme + (target.kind === 'note' ? `${target.articleId}/${target.noteId}` : target.articleId)
}

function escaped(label: string): string {
  return label.replace(/[\\`*_{}[\]()<>#~|!&]/g, String.raw`\$&`)
}
