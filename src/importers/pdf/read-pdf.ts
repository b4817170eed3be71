import type { PDFDocumentProxy } from 'pdfjs-dist'
import { fail, ok, type Result } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { SourceFile } from '../source-file.ts'
import { entryOfNotes } from './entry-of-notes.ts'
import { entryOfPages } from './entry-of-pages.ts'
import { Faces } from './faces.ts'
import { openPdf } from './open-pdf.ts'
import { factsOfPdf } from './pdf-facts.ts'
import { readPage, type Page } from './read-page.ts'

/** Beyond this a PDF is an archive, and reading it would take minutes. */
const mostPages = 2000

export async function readPdf({ name, bytes }: SourceFile): Promise<Result<Entry>> {
  const opened = await openPdf(name, bytes)
  if (!opened.ok) return opened
  const document = opened.value
  try {
    const pages = await readPages(document)
    const whole = { name, facts: await factsOfPdf(document), all: document.numPages }
    if (pages.some((page) => page.runs.length > 0)) return ok(entryOfPages(pages, whole))
    const noted = entryOfNotes(pages, whole)
    if (noted !== null) return ok(noted)
    if (hasPictures(bytes)) return fail({ code: 'pages-scanned', name, pages: document.numPages })
    return fail({ code: 'text-missing', name })
  } finally {
    await document.loadingTask.destroy()
  }
}

async function readPages(document: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = []
  const faces = new Faces()
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1)
    pages.push(await readPage(document, number, faces))
  return pages
}

/** A picture is a stream, and what a stream says of itself is never packed or locked. */
function hasPictures(bytes: Uint8Array): boolean {
  return /\/Subtype\s*\/Image\b/.test(new TextDecoder('latin1').decode(bytes))
}
