import { crc32, deflateSync } from 'node:zlib'
import { ZipFile } from 'yazl'

/** A file as it is dropped into the window. */
export type MadeFile = { name: string; bytes: Buffer }

const harbour =
  'The outer wall was measured twice that spring, once from the quay and once from a boat, and the two readings never agreed; the harbour master kept both of them and told nobody which he believed.'
const council =
  'The council met on three evenings and heard eleven witnesses, of whom four had seen the wall move, five had heard of it, and two had come in from the rain, as one of them put it to the clerk.'

/** A page as a browser saves it: a story between what stands on every page of a site, and a picture. */
export function page(title: string, picture = 'https://pictures.example/wall.png'): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"${title}","author":{"@type":"Person","name":"Mara Ellison"}}</script><link rel="stylesheet" href="/style.css"><script src="/script.js"></script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${title}</h1><p class="byline">By <a rel="author" href="/ellison">Mara Ellison</a></p>
<p>${harbour}</p><figure><img src="${picture}" alt="A wall of granite" width="640" height="400">
<figcaption>The wall at low tide</figcaption></figure><p>${council}</p><p>${harbour} Nobody asked.</p>
</article><footer>All rights reserved</footer></body></html>`
}

export function pageFile(name: string, title: string): MadeFile {
  return { name, bytes: Buffer.from(page(title)) }
}

/** A page that is longer than a window, with a picture of the site after every fifth paragraph. */
export function longPage(title: string): string {
  const parts = Array.from({ length: 60 }, (_, index) => {
    const figure = index % 5 === 4 ? `<figure><img src="/${index}.png" alt="Sounding ${index}"></figure>` : ''
    return `<p>Sounding ${index}. ${harbour} ${council}</p>${figure}`
  })
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${parts.join('')}</article></body></html>`
}

/** A grey picture, as a PNG. */
export function picture(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8) // eight bits of grey
  const lines = Buffer.alloc((width + 1) * height, 0x99)
  for (let line = 0; line < height; line += 1) lines[line * (width + 1)] = 0 // no filter
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Omnivore's export of one article with a highlight, and of one that is an address only. */
export async function omnivoreZip(): Promise<MadeFile> {
  const saved = {
    state: 'Archived',
    readingProgress: 40,
    savedAt: '2024-10-29T16:30:11.000Z',
    labels: ['sea'],
  }
  const articles = [
    { id: '1', slug: 'wall', title: 'The wall that moved', url: 'https://tides.example/wall', ...saved },
    { id: '2', slug: 'quay', title: 'The quay that stayed', url: 'https://tides.example/quay', ...saved },
  ]
  const bytes = await zipped({
    'metadata_0_to_20.json': JSON.stringify(articles),
    'content/wall.html': `<p>${harbour}</p><p>${council}</p>`,
    'highlights/wall.md': '> heard eleven witnesses\n\nWho were they?\n',
  })
  return { name: 'omnivore.zip', bytes }
}

/** A book of two chapters. */
export async function book(): Promise<MadeFile> {
  const chapter = (title: string, text: string) =>
    `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p><p>${text}</p></body></html>`
  const bytes = await zipped({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:made:harbour</dc:identifier><dc:title>The Harbour Book</dc:title><dc:creator>Ada Fenn</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    'nav.xhtml':
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Contents</title></head><body><nav epub:type="toc"><ol><li><a href="a.xhtml">The wall</a></li><li><a href="b.xhtml">The quay</a></li></ol></nav></body></html>',
    'a.xhtml': chapter('The wall', harbour),
    'b.xhtml': chapter('The quay', council),
  })
  return { name: 'harbour.epub', bytes }
}

/** A PDF of one page of prose, in lines as a printer sets them. */
export function pdf(): MadeFile {
  const words = `${harbour} ${council}`.split(' ')
  const lines: string[] = ['']
  for (const word of words) {
    if (`${lines.at(-1)} ${word}`.length > 78) lines.push(word)
    else lines.push(`${lines.pop() ?? ''} ${word}`.trim())
  }
  const shown = lines.map((line) => `(${line}) Tj T*`).join('\n')
  const text = `BT /F 20 Tf 72 740 Td (Soundings of the wall) Tj /F 11 Tf 14 TL 0 -40 Td\n${shown}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  file += `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return { name: 'soundings.pdf', bytes: Buffer.from(file, 'latin1') }
}

/** A Pocket export of so many addresses. */
export function pocketCsv(
  items: number,
  address = (index: number) => `https://tides.example/${index}`,
): MadeFile {
  const rows = Array.from(
    { length: items },
    (_, index) => `Tide ${index},${address(index)},1716200000,sea,unread`,
  )
  return { name: 'pocket.csv', bytes: Buffer.from(['title,url,time_added,tags,status', ...rows].join('\n')) }
}

async function zipped(files: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}
