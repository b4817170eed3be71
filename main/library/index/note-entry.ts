import type { Note } from '../../../src/model/note.ts'
import { Color } from '../../../src/model/note.ts'
import type { ArticleId, NoteId } from '../../../src/model/ids.ts'
import type { Anchor } from '../../../src/model/selector.ts'
import { type LinkTarget, wikilinks } from '../../../src/text/wikilinks.ts'
import type { Row } from './database.ts'
import { seal } from './sealed.ts'

/** What the index keeps of a note. */
export type NoteEntry = {
  id: NoteId
  color: Color
  tags: string[]
  /** The first of the words it stands on; null for a note on the whole article. */
  quote: string | null
  body: string
  needsPlace: boolean
  createdAt: string
  /** Where it stands among the notes of its article. */
  order: number
  links: LinkTarget[]
}

/** What is shown of a quotation and of a body, in UTF-16 units. */
const quoteLength = 240
const bodyLength = 480

/** `anchor` is null where it is not known, and for a note on the whole article. */
export function noteEntry(note: Note, anchor: Anchor | null): NoteEntry {
  const { id, color, tags, selector, body, createdAt } = note
  return {
    id,
    color,
    tags,
    quote: selector === null ? null : cut(selector.exact, quoteLength),
    body: cut(body, bodyLength),
    needsPlace: anchor?.kind === 'lost' || (anchor?.kind === 'moved' && anchor.isDoubtful),
    createdAt,
    order: orderOf(note, anchor),
    links: wikilinks(body).map(({ target }) => target),
  }
}

/** As a row of the table `note`; `digest` tells whether a note is listed as it is. */
export function noteColumns(entry: NoteEntry, article: { row: number; id: ArticleId; addedAt: string }): Row {
  const shown = JSON.stringify(entry)
  return {
    id: entry.id,
    entry: article.row,
    article: article.id,
    added: article.addedAt,
    place: entry.order,
    color: Color.options.indexOf(entry.color),
    created: entry.createdAt,
    isWritten: Number(entry.body !== ''),
    needsPlace: Number(entry.needsPlace),
    shown: seal(shown),
  }
}

/** What a link is filed under. */
export function linkKey(target: LinkTarget): string {
  switch (target.kind) {
    case 'article':
      return `a:${target.articleId}`
    case 'note':
      return `n:${target.articleId}:${target.noteId}`
    case 'name':
      return `p:${target.name}`
  }
}

/** Notes on the whole article first, those that lost their place last. */
function orderOf({ selector }: Note, anchor: Anchor | null): number {
  if (selector === null) return -1
  if (anchor === null) return selector.start
  return anchor.kind === 'lost' ? Number.MAX_SAFE_INTEGER : anchor.span.start
}

/** Never between the halves of a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const isSplit = /[\ud800-\udbff]/.test(text.charAt(length - 1))
  return text.slice(0, isSplit ? length - 1 : length)
}
