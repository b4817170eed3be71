import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A collection as it is handed in. */
export type CollectionFile = { name: string; bytes: Buffer }

const days = 24 * 60 * 60 * 1000

function address(index: number): string {
  return `https://harbour.example/lamp/${index}`
}

/** Links with tags: all of them are new. */
export function pocketCsv(links: number): CollectionFile {
  const rows = Array.from(
    { length: links },
    (_, index) => `Lamp ${index},${address(index)},${1_500_000_000 + index},coast|lamp ${index % 7},unread`,
  )
  return { name: 'pocket.csv', bytes: Buffer.from(['title,url,time_added,tags,status', ...rows].join('\n')) }
}

/** Texts with tags and two notes each, the first of them for links of the other collection. */
export function wallabagJson(texts: number): CollectionFile {
  const entries = Array.from({ length: texts }, (_, index) => {
    const at = new Date(Date.UTC(2020, 0, 1) + index * days).toISOString()
    const annotation = (id: number, quote: string) => ({ id, text: `Note ${id}`, quote, created_at: at })
    return {
      id: index,
      title: `Lamp ${index}`,
      url: address(index),
      content: `<p>The keeper of lamp ${index} went up at dusk.</p><p>He came down at dawn, ${'winter and summer, '.repeat(40)}always.</p>`,
      tags: ['keepers', `coast ${index % 5}`],
      is_archived: index % 2,
      created_at: at,
      updated_at: at,
      annotations: [annotation(2 * index + 1, 'went up at dusk'), annotation(2 * index + 2, 'nowhere')],
      mimetype: 'text/html',
    }
  })
  return { name: 'wallabag.json', bytes: Buffer.from(JSON.stringify(entries)) }
}

/** A book whose chapters have a picture each, every other one the same. */
export async function pictureBook(chapters: number): Promise<CollectionFile> {
  const zip = new ZipFile()
  const add = (name: string, content: string | Buffer): void => zip.addBuffer(Buffer.from(content), name)
  const numbers = [...Array(chapters).keys()]
  const items = numbers.flatMap((number) => [
    `<item id="c${number}" href="c${number}.xhtml" media-type="application/xhtml+xml"/>`,
    `<item id="p${number}" href="p${number}.png" media-type="image/png"/>`,
  ])
  add('mimetype', 'application/epub+zip')
  add(
    'META-INF/container.xml',
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  )
  add(
    'book.opf',
    `<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="id" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:isbn:9780000000001</dc:identifier><dc:title>The Book of Lamps</dc:title></metadata><manifest>${items.join('')}</manifest><spine>${numbers.map((number) => `<itemref idref="c${number}"/>`).join('')}</spine></package>`,
  )
  for (const number of numbers) {
    add(
      `c${number}.xhtml`,
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Chapter</title></head><body><h1>Of lamp ${number}</h1><p>The lamp ${number} burned all night.</p><figure><img src="p${number}.png" alt="Lamp ${number}"/></figure></body></html>`,
    )
    add(`p${number}.png`, picture(number - (number % 2)))
  }
  zip.end()
  return { name: 'lamps.epub', bytes: await buffer(zip.outputStream) }
}

/** What begins as a PNG does, and is told from others by the rest. */
function picture(number: number): Buffer {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return Buffer.from([...signature, ...Array<number>(20_000).fill(number % 256)])
}
