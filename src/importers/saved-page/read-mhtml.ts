import { decodeWords } from 'postal-mime'
import { type AppError, fail, ok, type Result } from '../../errors.ts'
import type { Entry, Picture } from '../entry.ts'
import { pictureAddress } from '../html/address.ts'
import { pictureOf } from '../picture-of.ts'
import { shownPictures } from '../shown-pictures.ts'
import type { Candidate } from '../source-file.ts'
import { decodeHtml } from '../web-page/decode-html.ts'
import { readPage } from '../web-page/read-page.ts'
import { parameter, readMime, type MimeMessage, type MimePart } from './mime-parts.ts'
import { dateTimeOf } from './single-file.ts'
import { binaryOf } from './transfer.ts'

/** As the facts of an article have it. */
const longestTitle = 2000

/** The article of a saved page, with those of its pictures that the text shows. */
export async function readMhtml({ name, bytes, now }: Candidate): Promise<Result<Entry>> {
  const message = readMime(binaryOf(bytes))
  const page = pageOf(message)
  if (page === null) return broken(name, 'no page in it')
  const { text, encoding } = decodeHtml(page.bytes, page.fields.get('content-type') ?? null)
  if (!page.isWhole && !/<\/html\s*>/i.test(text)) return broken(name, 'the page breaks off')
  const url = addressOf(message, page)
  const pictures = picturesOf(message.parts)
  const names = new Map([...pictures].map(([address, picture]) => [address, picture.name]))
  const read = await readPage(text, { name, url, encoding, importer: 'mhtml', pictures: names, now })
  return read.ok
    ? ok(withMessage(read.value, message, { pictures, hasTitle: /<title[\s>]/i.test(text) }))
    : read
}

function broken(name: string, reason: string): { ok: false; error: AppError } {
  return fail({ code: 'format-broken', name, format: 'MHTML', reason })
}

/** The part that the message calls its start, or the first page in it. */
function pageOf({ fields, parts }: MimeMessage): MimePart | null {
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  const start = parameter(fields, 'start')
  return pages.find((part) => start !== null && part.fields.get('content-id') === start) ?? pages[0] ?? null
}

/** Where the page was when it was saved; null where that is a file, or not said. */
function addressOf({ fields }: MimeMessage, page: MimePart): string | null {
  const said = [
    fields.get('snapshot-content-location'),
    page.fields.get('content-location'),
    fields.get('content-location'),
  ]
  return (
    said.map((address) => pictureAddress(address ?? '', null)).find((address) => address !== null) ?? null
  )
}

/** The pictures by all addresses that the page may have for them. */
function picturesOf(parts: readonly MimePart[]): Map<string, Picture> {
  const pictures = new Map<string, Picture>()
  for (const { fields, bytes, isWhole } of parts) {
    const picture = isWhole ? pictureOf(bytes) : null
    if (picture === null) continue
    const location = fields.get('content-location')?.trim()
    const id = fields.get('content-id')?.replace(/^\s*<|>\s*$/g, '')
    if (location !== undefined) pictures.set(location, picture)
    if (id !== undefined) pictures.set(`cid:${id}`, picture)
  }
  return pictures
}

type Found = { pictures: ReadonlyMap<string, Picture>; hasTitle: boolean }

/** The subject of the message is the title of the page, and its date the time at which it was saved. */
function withMessage(entry: Entry, { fields }: MimeMessage, { pictures, hasTitle }: Found): Entry {
  const { draft } = entry
  const subject = decodeWords(fields.get('subject') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestTitle)
    .trim()
  const title = hasTitle || subject === '' ? draft.facts.title : subject
  return {
    ...entry,
    draft: { ...draft, facts: { ...draft.facts, title } },
    addedAt: dateTimeOf(fields.get('date')),
    pictures: shownPictures(draft.content, [...entry.pictures, ...pictures.values()]),
  }
}
