import type { PDFDocumentProxy } from 'pdfjs-dist'
import { fail, ok, type Result } from '../../errors.ts'
import type { Furniture } from '../../model/content.ts'
import { directionOf } from '../../text/direction.ts'
import { draftOf, type KnownFacts } from '../draft.ts'
import type { Entry } from '../entry.ts'
import type { SourceFile } from '../source-file.ts'
import { readAnnotations } from './annotations.ts'
import { openPdf } from './open-pdf.ts'
import { factsOfPdf } from './pdf-facts.ts'
import { readPage, type Page } from './read-page.ts'
import { textOfPages } from './text-of-pages.ts'

/** Beyond this a PDF is an archive, and reading it would take minutes. */
const mostPages = 2000

export async function readPdf({ name, bytes }: SourceFile): Promise<Result<Entry>> {
  const opened = await openPdf(name, bytes)
  if (!opened.ok) return opened
  const document = opened.value
  try {
    const pages = await readPages(document)
    if (pages.every((page) => page.runs.length === 0))
      return fail({ code: 'pages-scanned', name, pages: document.numPages })
    return ok(entryOfPages(name, pages, { facts: await factsOfPdf(document), all: document.numPages }))
  } finally {
    await document.loadingTask.destroy()
  }
}

async function readPages(document: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = []
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1)
    pages.push(await readPage(document, number))
  return pages
}

function entryOfPages(
  name: string,
  pages: Page[],
  { facts, all }: { facts: KnownFacts; all: number },
): Entry {
  const { content, places, largest } = textOfPages(pages, missingText(pages, all))
  const { notes, links } = readAnnotations(pages, content, places)
  const known = { ...facts, title: facts.title ?? largest, language: languageOf(facts, content.text) }
  const marked = { ...content, marks: [...content.marks, ...links] }
  const draft = draftOf(known, marked, { importer: 'pdf', name, encoding: 'utf-8' })
  return { draft, notes, reading: {}, addedAt: null, pictures: [] }
}

/** Programs write their user's language into PDFs of any: one that is written the other way round is not believed. */
function languageOf({ language }: KnownFacts, text: string): string | null {
  const isRightToLeft = /^(?:ar|fa|he|iw|ur|ps|yi|ug|sd|dv|ckb)\b/.test(language ?? '')
  return isRightToLeft === (directionOf(text) === 'rtl') ? (language ?? null) : null
}

/** Says which pages are pictures, or stand beyond the last one that is read. */
function missingText(pages: readonly Page[], all: number): Furniture[] {
  const empty = pages.filter((page) => page.runs.length === 0).map((page) => page.number)
  const sentences = [
    ...(empty.length === 0 ? [] : [`${numbered(empty)} without text.`]),
    ...(all > pages.length ? [`Pages ${pages.length + 1}–${all} were not read.`] : []),
  ]
  return sentences.map((text) => ({ part: 'note', position: 'after', text }))
}

/** `Page 3 is a picture`, `Pages 3–5, 9 are pictures`. */
function numbered(pages: readonly number[]): string {
  if (pages.length === 1) return `Page ${pages[0]} is a picture`
  const ranges: [first: number, last: number][] = []
  for (const page of pages) {
    const range = ranges.at(-1)
    if (range !== undefined && range[1] === page - 1) range[1] = page
    else ranges.push([page, page])
  }
  return `Pages ${ranges.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ')} are pictures`
}
