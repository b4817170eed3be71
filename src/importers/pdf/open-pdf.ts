import type * as PdfJs from 'pdfjs-dist'
import { fail, ok, type Result } from '../../errors.ts'

/** What every JavaScript host brings and the language's own library files do not declare. */
declare const console: { warn(text: string): void }

/**
 * Opens a PDF for reading its text. Nothing is drawn, run or fetched: no fonts, no scripts, and the tables for the encodings of
 * Chinese, Japanese and Korean come from the program itself.
 */
export async function openPdf(name: string, bytes: Uint8Array): Promise<Result<PdfJs.PDFDocumentProxy>> {
  const pdfJs = await loadPdfJs()
  const task = pdfJs.getDocument({
    data: bytes.slice(), // pdf.js takes the bytes for itself
    useWorkerFetch: false,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    maxImageSize: 1, // no picture is unpacked
    // Said here, because pdf.js would ask a browser that is not there.
    isImageDecoderSupported: false,
    isOffscreenCanvasSupported: false,
    stopAtErrors: false,
    verbosity: 0,
    cMapUrl: 'cmaps/',
    BinaryDataFactory: OwnData,
  })
  try {
    return ok(await task.promise)
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error))
    if (reason.name === 'PasswordException') return fail({ code: 'file-locked', name })
    return fail({ code: 'format-broken', name, format: 'PDF', reason: reason.message })
  }
}

/** Answers pdf.js's questions for files of its package; only character maps matter to a text. */
class OwnData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error('only for drawing')
    const { characterMap } = await import('./character-maps.ts')
    return characterMap(filename)
  }
}

/**
 * pdf.js splits into a face and a worker. Here both run in the importing thread: the worker's file is loaded first and leaves
 * its handler in `globalThis.pdfjsWorker`, where the face finds it and starts no thread of its own
 * (https://github.com/mozilla/pdf.js/blob/master/src/display/api.js, `#mainThreadWorkerMessageHandler`).
 */
async function loadPdfJs(): Promise<typeof PdfJs> {
  // The face makes one of these while it loads, for drawing. Browsers have it, Node has not.
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: class {} })
  // And it says on the console that it can't draw, which nobody asked it to.
  const { warn } = console
  console.warn = () => undefined
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}
