import { pdf } from '../../../../src/importers/pdf/pdf.ts'
import type { Result } from '../../../../src/errors.ts'
import type { Entry } from '../../../../src/importers/entry.ts'
import { now } from '../drafts.ts'

/** Words at a place of a page of 600 × 800 points, counted from the lower left corner. */
export type Words = { text: string; x: number; y: number; size?: number; font?: keyof typeof fonts }

/** A page to be made; `annotations` are dictionaries as they stand in the file, without their brackets. */
export type MadePage = { words: Words[]; annotations?: string[]; rotate?: number }

const fonts = {
  F1: 'Helvetica',
  F2: 'Helvetica-Bold',
  F3: 'Courier',
  F4: 'Helvetica-Oblique',
  F5: 'Helvetica-BoldOblique',
}

/** The numbers of the objects: the catalogue and the list of pages come first, then fonts, facts and pages. */
const firstFont = 3
const info = firstFont + Object.keys(fonts).length
const firstPage = info + 1

/** A PDF of these pages, uncompressed, with the five fonts above. */
export function madePdf(pages: readonly MadePage[], facts = '', trailer = ''): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    ...Object.values(fonts).map(
      (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`,
    ),
    `<< ${facts} >>`,
    ...pages.flatMap((page, i) => [pageObject(page, firstPage + 2 * i + 1), streamOf(page)]),
  ]
  // A character is a byte: offsets count, and bullets are those of WinAnsi.
  return Uint8Array.from(fileOf(objects, trailer), (character) => character.charCodeAt(0))
}

function pageObject({ annotations = [], rotate = 0 }: MadePage, contents: number): string {
  const named = Object.keys(fonts).map((name, i) => `/${name} ${firstFont + i} 0 R`)
  const annots = annotations.map((annotation) => `<< /Type /Annot ${annotation} >>`).join(' ')
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Rotate ${rotate} /Resources << /Font << ${named.join(' ')} >> >> /Contents ${contents} 0 R /Annots [${annots}] >>`
}

function streamOf({ words }: MadePage): string {
  const drawn = words.map(({ text, x, y, size = 10, font = 'F1' }) => {
    const string = text.replace(/[\\()]/g, '\\$&')
    return `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${string}) Tj ET`
  })
  const stream = drawn.join('\n')
  return `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`
}

function fileOf(objects: readonly string[], trailer: string): string {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const start = file.length
  const size = objects.length + 1
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info ${info} 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
}

/** Lines one under the other, 12 points apart; the first is at `at`. */
export function lines(
  texts: readonly string[],
  at: [x: number, y: number],
  more: Partial<Words> = {},
): Words[] {
  return texts.map((text, i) => ({ text, x: at[0], y: at[1] - 12 * i, ...more }))
}

export function readPdf(bytes: Uint8Array): Promise<Result<Entry>> {
  return pdf.read({ name: 'made.pdf', bytes, extension: 'pdf', head: '', zip: null, modified: null, now })
}

export async function entryOf(bytes: Uint8Array): Promise<Entry> {
  const read = await readPdf(bytes)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

/** The texts of the blocks of a PDF, each with what it is. */
export async function blocksOf(bytes: Uint8Array): Promise<string[]> {
  const { text, blocks } = (await entryOf(bytes)).draft.content
  return blocks.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)
}
