import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'
import type { Content } from '../../../../src/model/content.ts'
import type { Entry } from '../../../../src/importers/entry.ts'
import { epub } from '../../../../src/importers/epub/epub.ts'
import type { Listing } from '../../../../src/importers/importer.ts'
import { candidate, now } from '../samples/sample.ts'

export type Files = Record<string, string | Uint8Array>

const container = `<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`

/** The package file of a book: its metadata as XML, its files by their names in `OPS/`, and those of the spine. */
export function opf({
  metadata = '',
  files = [] as string[],
  spine = [] as string[],
  more = '',
  spineMore = '',
}): string {
  const items = files.map((file) => {
    const properties = file.includes('nav') ? ' properties="nav"' : ''
    const type = file.endsWith('.ncx')
      ? 'application/x-dtbncx+xml'
      : file.endsWith('html')
        ? 'application/xhtml+xml'
        : 'image/png'
    return `<item id="${file}" href="${file}" media-type="${type}"${properties}/>`
  })
  const references = spine.map((file) => `<itemref idref="${file}"/>`)
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="id" version="3.0">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata>
  <manifest>${items.join('')}</manifest><spine${spineMore}>${references.join('')}</spine>${more}
</package>`
}

export function page(body: string, attributes = ''): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"${attributes}>
<head><title>Page</title></head><body>${body}</body></html>`
}

export function nav(entries: string): string {
  return page(`<nav epub:type="toc"><ol>${entries}</ol></nav>`)
}

export async function madeEpub(files: Files): Promise<Buffer> {
  const zip = new ZipFile()
  const all: Files = { mimetype: 'application/epub+zip', 'META-INF/container.xml': container, ...files }
  for (const [name, content] of Object.entries(all)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** What a book of these files comes to, or the code of its error. */
export async function listed(files: Files): Promise<Listing | string> {
  const listing = await epub.list(await candidate('made.epub', await madeEpub(files)))
  return listing.ok ? listing.value : listing.error.code
}

export async function listingOf(files: Files): Promise<Listing> {
  const listing = await listed(files)
  if (typeof listing === 'string') throw new Error(listing)
  return listing
}

/** The articles of a book. */
export async function entriesOf(files: Files): Promise<Entry[]> {
  const { items } = await listingOf(files)
  return Promise.all(
    items.map(async ({ record }) => {
      const entry = await epub.read(record, now)
      if (!entry.ok) throw new Error(entry.error.code)
      return entry.value
    }),
  )
}

export function blocksOf({ text, blocks }: Content): string[] {
  return blocks.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)
}
