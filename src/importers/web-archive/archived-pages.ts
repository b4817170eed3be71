import { AsyncIterReader, WARCParser, type WARCRecord } from 'warcio'
import type { Skipped, SkipReason } from '../../model/collection.ts'
import { decodeAs } from '../../text/decode.ts'
import { decodeHtml } from '../web-page/decode-html.ts'
import { inflated } from './inflated.ts'
import { pagesOfInfo } from './page-lists.ts'

/** A page as a server gave it; `date` is when, as the archive says it. */
export type ArchivedPage = { url: string; date: string | null; html: string }

/** The pages of archives; `named` are those that the archive itself calls pages, with their titles. */
export type Archived = {
  pages: ArchivedPage[]
  skipped: Skipped[]
  named: Map<string, string | null>
  hasRecords: boolean
}

/** As for pages that are loaded. */
const maxPageBytes = 20_000_000
/** As for what zips unpack to. */
const maxUnpackedBytes = 200_000_000
/** The parser copies what is left of a piece after each record of it. */
const pieceBytes = 65_536

/** Reads all records; those that are no page (requests, pictures, what was there already) count for nothing. */
export async function archivedPages(files: readonly Uint8Array[]): Promise<Archived> {
  const found: Archived = { pages: [], skipped: [], named: new Map(), hasRecords: false }
  const room = { bytes: maxUnpackedBytes }
  for (const file of files) {
    try {
      for await (const record of new WARCParser(sourceOf(file))) {
        // The parser makes a record of anything.
        found.hasRecords ||= record.warcHeader('WARC-Type') != null
        await take(record, found, room)
      }
    } catch {
      // What was read before the damage is kept.
      found.skipped.push({
        where: `record ${found.pages.length + found.skipped.length + 1}`,
        reason: 'damaged',
      })
    }
  }
  return found
}

/** At the end of a whole file the parser asks a few times more; where the last record is cut it would ask for ever. */
const mostAsksAtEnd = 1000

function sourceOf(file: Uint8Array): AsyncIterable<Uint8Array> {
  let start = 0
  let asks = 0
  async function next(): Promise<IteratorResult<Uint8Array>> {
    const value = file.subarray(start, start + pieceBytes)
    start += pieceBytes
    if (value.length > 0) return { done: false, value }
    asks += 1
    if (asks > mostAsksAtEnd) throw new Error('the end is missing')
    return { done: true, value: undefined }
  }
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

async function take(record: WARCRecord, found: Archived, room: { bytes: number }): Promise<void> {
  if (record.warcType === 'warcinfo') {
    const info = await contentOf(record, room)
    const text = typeof info === 'string' ? '' : decodeAs(info, 'utf-8')!.text
    for (const { url, title } of pagesOfInfo(text)) found.named.set(url, title)
    return
  }
  const url = record.warcTargetURI ?? ''
  const type = pageType(record)
  if (type === null || !/^https?:/i.test(url)) return
  const content = await contentOf(record, room)
  if (typeof content === 'string') found.skipped.push({ where: url, reason: content })
  else if (content.length === 0) found.skipped.push({ where: url, reason: 'nothing' })
  else found.pages.push({ url, date: record.warcDate ?? null, html: decodeHtml(content, type).text })
}

/** What a page says that it is (`text/html; charset=utf-8`); null for a record that is none. */
function pageType(record: WARCRecord): string | null {
  const { warcType, httpHeaders } = record
  const isAnswer = warcType === 'response' && Number(httpHeaders?.statusCode) === 200
  if (!isAnswer && warcType !== 'resource') return null
  const type = isAnswer ? httpHeaders?.headers.get('Content-Type') : record.warcContentType
  return type != null && /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type) ? type : null
}

/** How the text is packed, by its first bytes: what headers say of it is often no longer so. Null where it can't be read here. */
function packingOf([a, b]: Uint8Array, { httpHeaders }: WARCRecord): 'gzip' | 'deflate' | 'none' | null {
  const coding = (httpHeaders?.headers.get('Content-Encoding') ?? '').trim().toLowerCase()
  if (a === 0x1f && b === 0x8b) return 'gzip'
  // The two bytes before zlib's data are a multiple of 31 (RFC 1950).
  if (coding === 'deflate' && a !== undefined && b !== undefined && (a * 256 + b) % 31 === 0) return 'deflate'
  return ['', 'identity', 'none', 'gzip', 'x-gzip', 'deflate'].includes(coding) ? 'none' : null
}

/** A page's bytes, or why there are none. */
async function contentOf(record: WARCRecord, room: { bytes: number }): Promise<Uint8Array | SkipReason> {
  const coding = record.httpHeaders?.headers.get('Transfer-Encoding') ?? ''
  const sent = await gathered(new AsyncIterReader(record.reader, null, /chunked/i.test(coding)), room)
  if (sent === null) return 'over-limit'
  const packing = packingOf(sent, record)
  if (packing === null) return 'unsupported'
  return packing === 'none' ? sent : ((await gathered(inflated(sent, packing), room)) ?? 'over-limit')
}

/** Null where there is more of it than anybody writes. */
async function gathered(
  pieces: AsyncIterable<Uint8Array>,
  room: { bytes: number },
): Promise<Uint8Array | null> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length > maxPageBytes || length > room.bytes) return null
    kept.push(piece)
  }
  room.bytes -= length
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of kept) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
