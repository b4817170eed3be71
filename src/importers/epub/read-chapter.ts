import { fail, ok, type Result } from '../../errors.ts'
import { parseHtml } from '../../markup/html.ts'
import { IsoDate } from '../../model/article.ts'
import type { Content } from '../../model/content.ts'
import { draftOf } from '../draft.ts'
import type { Entry } from '../entry.ts'
import { piecesOfElement } from '../html/content-of-html.ts'
import type { Json } from '../importer.ts'
import { contentOfPieces, type Piece } from '../piece.ts'
import { ChapterRecord } from './chapter.ts'

/** The article that a chapter's record comes to; its pictures come with the list. */
export function readChapter(record: Json): Result<Entry> {
  const parsed = ChapterRecord.safeParse(record)
  if (!parsed.success)
    return fail({ code: 'format-broken', name: 'EPUB', format: 'EPUB', reason: 'this is no chapter' })
  const { book, chapter, html } = parsed.data
  const { number, total, title, href } = chapter
  const language = languageOf(book.language)
  const pieces = piecesOfElement(parseHtml(html), { url: null, language })
  const heading = pieces.find(({ block }) => block.kind === 'heading')?.text
  const headline = title ?? heading ?? `Chapter ${number}`
  const content = contentUnder(headline, pieces)
  const known = {
    title: headline,
    byline: book.creators.join(', ') || null,
    agency: null,
    place: null,
    credit: null,
    published: IsoDate.safeParse(book.date?.slice(0, 10)).data ?? null,
    language,
    tags: [],
    part: { of: book.title ?? href, number, total },
  }
  const draft = draftOf(known, content, { importer: 'epub', name: href, encoding: 'utf-8' })
  return ok({ draft, notes: [], reading: {}, addedAt: null, pictures: [] })
}

/** Where the chapter opens with its own headline, that stands among what is around the text: it is shown above it. */
function contentUnder(headline: string, pieces: readonly Piece[]): Content {
  const [first, ...rest] = pieces
  const isHeadline = first?.block.kind === 'heading' && lineOf(first.text) === lineOf(headline)
  if (!isHeadline || rest.every(({ text }) => text === '')) return contentOfPieces(pieces, [])
  return contentOfPieces(rest, [{ part: 'headline', position: 'before', text: first.text }])
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase()
}

/** As `Facts` has it; books write `en_US`, too. */
function languageOf(language: string | null): string | null {
  const tag = (language ?? '').replaceAll('_', '-')
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null
}
