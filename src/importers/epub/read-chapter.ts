import { fail, ok, type Result } from '../../errors.ts'
import { IsoDate } from '../../model/article.ts'
import { draftOf } from '../draft.ts'
import type { Entry } from '../entry.ts'
import { contentOfHtml } from '../html/content-of-html.ts'
import type { Json } from '../importer.ts'
import { ChapterRecord } from './chapter.ts'

/** The article that a chapter's record comes to; its pictures come with the list. */
export function readChapter(record: Json): Result<Entry> {
  const parsed = ChapterRecord.safeParse(record)
  if (!parsed.success)
    return fail({ code: 'format-broken', name: 'EPUB', format: 'EPUB', reason: 'this is no chapter' })
  const { book, chapter, html } = parsed.data
  const { number, total, title, href } = chapter
  const language = languageOf(book.language)
  const content = contentOfHtml(html, { url: null, language })
  const heading = content.blocks.find((block) => block.kind === 'heading')
  const known = {
    title:
      title ??
      (heading === undefined ? null : content.text.slice(heading.span.start, heading.span.end)) ??
      `Chapter ${number}`,
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

/** As `Facts` has it; books write `en_US`, too. */
function languageOf(language: string | null): string | null {
  const tag = (language ?? '').replaceAll('_', '-')
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null
}
