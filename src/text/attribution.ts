import type { Paragraph, PhrasingContent, Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { Article } from '../model/article.ts'
import type { CopyFormat } from '../model/settings.ts'
import { directionOf } from './direction.ts'
import { quoted } from './quotation-marks.ts'

type Source = Pick<
  Article,
  'title' | 'byline' | 'agency' | 'place' | 'published' | 'language' | 'direction' | 'source'
> & {
  /** The page the words begin on, where the source has pages. */
  page?: number | undefined
}

/** Lines of paragraphs. */
type Paragraphs = readonly (readonly string[])[]

/**
 * Words of an article as a quotation that says where it is from: who wrote them, for whom, where and when, the headline, the
 * page, the address. What is not known is left out. Two line feeds part paragraphs, a single one breaks a line.
 */
export function attributed(words: string, article: Source): Record<CopyFormat, string> {
  const paragraphs = words
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
  return {
    markdown: inMarkdown(paragraphs, article),
    plain: inPlainText(paragraphs, article),
    html: inHtml(paragraphs, article),
  }
}

function inPlainText(paragraphs: Paragraphs, article: Source): string {
  const text = paragraphs.map((lines) => lines.join('\n')).join('\n\n')
  const title = quoted(article.title, article.language)
  const source = listed([origin(article), title, page(article), address(article)], article)
  return `${quoted(text, article.language)} — ${source}`
}

function inMarkdown(paragraphs: Paragraphs, article: Source): string {
  const url = address(article)
  const title: PhrasingContent = { type: 'text', value: quoted(article.title, article.language) }
  const before: PhrasingContent = { type: 'text', value: `— ${beforeHeadline(article)}` }
  const after: PhrasingContent[] =
    article.page === undefined ? [] : [{ type: 'text', value: afterHeadline(article) }]
  const source: Paragraph = {
    type: 'paragraph',
    children: [before, url === null ? title : { type: 'link', url, children: [title] }, ...after],
  }
  const children = [...paragraphs.map(markdownParagraph), source]
  const tree: Root = { type: 'root', children: [{ type: 'blockquote', children }] }
  return toMarkdown(tree, { extensions: [gfmToMarkdown()] }).trimEnd()
}

function markdownParagraph(lines: readonly string[]): Paragraph {
  const children = lines.flatMap((value, index): PhrasingContent[] => {
    const text: PhrasingContent = { type: 'text', value }
    return index === 0 ? [text] : [{ type: 'break' }, text]
  })
  return { type: 'paragraph', children }
}

function inHtml(paragraphs: Paragraphs, article: Source): string {
  const { language, direction } = article
  const url = address(article)
  const title = escaped(quoted(article.title, language))
  const linked = url === null ? title : `<a href="${escaped(url)}">${title}</a>`
  const cite = url === null ? '' : ` cite="${escaped(url)}"`
  const lang = language === null ? '' : ` lang="${escaped(language)}"`
  return [
    `<blockquote${cite}${lang} dir="${direction}">`,
    ...paragraphs.map((lines) => htmlParagraph(lines, article)),
    `<footer>— ${escaped(beforeHeadline(article))}${linked}${escaped(afterHeadline(article))}</footer>`,
    '</blockquote>',
  ].join('\n')
}

/** A paragraph that runs against the article says so itself. */
function htmlParagraph(lines: readonly string[], { direction }: Source): string {
  const text = lines.join('\n')
  const own = /\p{L}/u.test(text) ? directionOf(text) : direction
  return `<p${own === direction ? '' : ` dir="${own}"`}>${lines.map(escaped).join('<br>')}</p>`
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] ?? character)
}

function beforeHeadline(article: Source): string {
  const before = origin(article)
  return before === '' ? '' : `${before}${comma(article)}`
}

function afterHeadline(article: Source): string {
  const on = page(article)
  return on === null ? '' : `${comma(article)}${on}`
}

/** As notes of books give it, in any language that names pages by a letter: `p. 12`. */
function page({ page: number }: Source): string | null {
  return number === undefined ? null : `p. ${number}`
}

/** Who wrote it and for whom; where and when. Empty where nothing of it is known. */
function origin(article: Source): string {
  const { byline, agency, place, published, language } = article
  const isNamed = byline !== null && agency !== null && byline.includes(agency)
  const author = listed([byline, isNamed ? null : agency], article)
  const occasion = listed([place, published && longDate(published, language)], article)
  return author !== '' && occasion !== '' ? `${author} (${occasion})` : `${author}${occasion}`
}

/** Where others find it, too; not a path on the reader's disk. */
function address({ source: { url } }: Source): string | null {
  return url !== null && /^https?:/i.test(url) ? url : null
}

function listed(parts: readonly (string | null)[], article: Source): string {
  return parts.filter((part) => part !== null && part !== '').join(comma(article))
}

function comma({ direction, language }: Source): string {
  return direction === 'rtl' && language !== 'he' ? '، ' : ', '
}

/** `12 January 2026`, in the language's digits and calendar; plain `en` has the day first, as datelines do. */
function longDate(iso: string, language: string | null): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const locale = language === null || language === 'en' || !isLocale(language) ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, options).format(new Date(iso))
}

/** An article may name a language that is none, which Intl answers with a RangeError. */
function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0
  } catch {
    return false
  }
}
