import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Faces } from './faces.ts'
import { fieldRuns } from './field-runs.ts'
import { annotationsOf, type Annotation, type RawAnnotation } from './page-annotations.ts'
import { fontsOfWords, runsOf, type TextContent } from './page-runs.ts'
import type { Run } from './run.ts'

/** What is read of a page; `number` counts from 1. Points count from the upper left corner of the page as it is shown. */
export type Page = { number: number; width: number; height: number; runs: Run[]; annotations: Annotation[] }

/** Reads one page. What pdf.js can't make out of it is left out, and an unreadable page is an empty one. */
export async function readPage(document: PDFDocumentProxy, number: number, faces: Faces): Promise<Page> {
  try {
    const page = await document.getPage(number)
    const { width, height, transform: view } = page.getViewport({ scale: 1 })
    const content: TextContent = await page.getTextContent()
    const raw: RawAnnotation[] = await page.getAnnotations().catch(() => [])
    await faces.learn(page, fontsOfWords(content))
    page.cleanup()
    const annotations = annotationsOf(raw, view)
    const printed = runsOf(content, { view, faces })
    return {
      number,
      width,
      height,
      runs: [...printed, ...fieldRuns(annotations, printed.length)],
      annotations,
    }
  } catch {
    return { number, width: 0, height: 0, runs: [], annotations: [] }
  }
}
