import { fail, ok, type Result } from '../../errors.ts'
import { decodeXml } from '../../markup/decode-xml.ts'
import { parseHtml } from '../../markup/html.ts'
import { toHtml } from '../../markup/to-html.ts'
import type { Element } from '../../markup/tree.ts'
import { childrenNamed, firstNamed, textOf } from '../../markup/walk.ts'
import { maxTextBytes } from '../../model/article.ts'
import type { Skipped } from '../../model/collection.ts'
import type { Picture } from '../entry.ts'
import type { Listed, Listing } from '../importer.ts'
import type { Candidate } from '../source-file.ts'
import type { BookFacts } from './book.ts'
import { BookPictures } from './book-pictures.ts'
import type { ChapterRecord } from './chapter.ts'
import { contentsOf, type ContentsEntry } from './contents.ts'
import { withFormulas, withoutFormulas } from './formulas.ts'
import { noteFinder } from './note-finder.ts'
import { withNotes } from './notes-elsewhere.ts'
import { isContents } from './is-contents.ts'
import { openBook, type OpenBook } from './open-book.ts'
import { slicesOf } from './slices.ts'
import { htmlOfXhtml } from './xhtml.ts'

/**
 * The chapters of a book, which are the files of its spine. A file to which the table of contents leads at several places is cut
 * there.
 */
export async function listChapters({ name, zip }: Candidate): Promise<Result<Listing>> {
  if (zip === null) return fail({ code: 'format-broken', name, format: 'EPUB', reason: 'it is no zip' })
  const opened = await openBook(name, zip)
  if (!opened.ok) return opened
  const { book, key } = opened.value
  const reader = new SpineReader(opened.value, await contentsOf(book, opened.value.files))
  const chapters: Chapter[] = []
  for (const reference of book.spine) chapters.push(...(await reader.read(reference)))
  const items = chapters.map((chapter, i) =>
    listed(chapter, {
      key,
      book: book.facts,
      number: i + 1,
      total: chapters.length,
    }),
  )
  return ok({ items, skipped: reader.skipped, unplaced: unplacedOf(book.facts) })
}

/** Articles have no place for who published a book and what it is about; each chapter's source keeps it. */
function unplacedOf({ publisher, description, more }: BookFacts): string[] {
  return [
    ...(publisher === null ? [] : ['publisher']),
    ...(description === null ? [] : ['description']),
    ...Object.keys(more),
  ]
}

type Chapter = { href: string; title: string | null; html: string; pictures: () => Promise<Picture[]> }

type Place = { key: string; book: BookFacts; number: number; total: number }

function listed(chapter: Chapter, { key, book, number, total }: Place): Listed {
  const title = chapter.title ?? `Chapter ${number}`
  const { href, html, pictures } = chapter
  const record: ChapterRecord = { book, chapter: { number, total, title, href }, html }
  return {
    key: `${key}#${href}`,
    title,
    url: null,
    notes: 0,
    hasText: true,
    record,
    pictures,
  }
}

/** Reads the files of a spine one by one. */
class SpineReader {
  readonly skipped: Skipped[] = []
  private readonly pictures: BookPictures
  private readonly seen = new Set<string>()
  private readonly find: ReturnType<typeof noteFinder>

  constructor(
    private readonly open: OpenBook,
    private readonly contents: readonly ContentsEntry[],
  ) {
    this.pictures = new BookPictures(open.files)
    this.find = noteFinder(open.files)
  }

  async read({ item, href }: OpenBook['book']['spine'][number]): Promise<Chapter[]> {
    const { book, files } = this.open
    if (item === null) return this.skip(href, 'damaged')
    if (this.seen.has(item.name)) return this.skip(href, 'repeated')
    this.seen.add(item.name)
    if (item.name === book.nav?.name || book.matter.has(item.name)) return this.skip(href, 'nothing')
    if (isPicture(item.mediaType)) return this.skip(href, 'nothing')
    const bytes = await files.bytes(item.name)
    if (bytes === null) return this.skip(href, 'damaged')
    if (bytes.length > maxTextBytes) return this.skip(href, 'over-limit')
    const { html, formulas } = withoutFormulas(htmlOfXhtml(decodeXml(bytes)))
    const page = parseHtml(html)
    const chapters = isContents(page) ? [] : await this.chaptersOf(page, item.name)
    if (chapters.length === 0) return this.skip(href, 'nothing')
    return chapters.map((chapter) => ({ ...chapter, html: withFormulas(chapter.html, formulas) }))
  }

  private skip(where: string, reason: Skipped['reason']): Chapter[] {
    this.skipped.push({ where, reason })
    return []
  }

  private async chaptersOf(page: Element, file: string): Promise<Chapter[]> {
    const entries = this.contents.filter((entry) => entry.file === file)
    const chapters: Chapter[] = []
    for (const { id, tree } of slicesOf(withoutHead(page), cutsOf(entries))) {
      if (!hasText(tree)) continue
      const noted = await withNotes(tree, file, { files: this.open.files, find: this.find })
      const { tree: named, pictures } = await this.pictures.name(noted, file)
      chapters.push({
        href: id === null ? file : `${file}#${id}`,
        title: titleOf(entries, id) ?? headingOf(tree),
        html: toHtml(named),
        pictures,
      })
    }
    return chapters
  }
}

function isPicture(mediaType: string): boolean {
  return /^image\/(?!svg)/i.test(mediaType)
}

/**
 * The places at which a file is cut: those of the topmost lines of the table of contents that lead into it, where there are
 * several of them. Lines below those are the sections of chapters.
 */
function cutsOf(entries: readonly ContentsEntry[]): Set<string> {
  const top = entries.reduce((depth, entry) => Math.min(depth, entry.depth), Infinity)
  const tops = entries.filter((entry) => entry.depth === top)
  return new Set(tops.length < 2 ? [] : tops.flatMap((entry) => entry.fragment ?? []))
}

/** As the table of contents has it; a file that is not cut goes by the first line that leads into it. */
function titleOf(entries: readonly ContentsEntry[], id: string | null): string | null {
  const own = entries.find((entry) => entry.fragment === id)
  const first = id === null && cutsOf(entries).size === 0 ? entries[0] : undefined
  return (own ?? first)?.title || null
}

function headingOf(tree: Element): string | null {
  const heading = firstNamed(tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')
  return heading === null ? null : textOf(heading).replace(/\s+/g, ' ').trim() || null
}

function withoutHead(page: Element): Element {
  return { ...page, children: childrenNamed(page, 'body') }
}

const silent = new Set(['script', 'style', 'template', 'svg'])

/** Whether there is a word or a number to read. */
function hasText(node: Element): boolean {
  return node.children.some((child) => {
    if (child.kind === 'text') return /[\p{L}\p{N}]/u.test(child.text)
    return !silent.has(child.name) && hasText(child)
  })
}
