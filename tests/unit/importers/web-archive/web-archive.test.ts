import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unzip } from '../../../../main/import/unzip.ts'
import type { Result } from '../../../../src/errors.ts'
import type { Listing } from '../../../../src/importers/importer.ts'
import { candidateOf } from '../../../../src/importers/read-source.ts'
import { wacz } from '../../../../src/importers/web-archive/wacz.ts'
import { warc } from '../../../../src/importers/web-archive/warc.ts'
import { now } from '../drafts.ts'
import { zipOf } from '../../main/backed-up.ts'

const page = (title: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><p>The gates of the harbour closed at six in the morning, and nobody in the town looked up, which surprised the keeper.</p></article></body></html>`

type Made = { type?: string; url?: string; http?: string; body: string | Uint8Array; headers?: string }

function record({
  type = 'response',
  url = 'https://example.org/a',
  http,
  body,
  headers = '',
}: Made): Buffer {
  const answer = http ?? 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n'
  const block = Buffer.concat([Buffer.from(type === 'response' ? answer : ''), Buffer.from(body)])
  const contentType = type === 'response' ? 'Content-Type: application/http; msgtype=response\r\n' : ''
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2026-10-05T06:00:00Z\r\n${contentType}${headers}Content-Length: ${block.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])
}

async function listed(bytes: Uint8Array, name = 'a.warc'): Promise<Result<Listing>> {
  const candidate = await candidateOf({ name, bytes: new Uint8Array(bytes), modified: null, now }, unzip)
  if (!candidate.ok) throw new Error(candidate.error.code)
  const importer = [warc, wacz].find(({ accepts }) => accepts(candidate.value))
  if (importer === undefined) throw new Error('not recognised')
  return importer.list(candidate.value)
}

function titles(listing: Result<Listing>): string[] {
  return listing.ok ? listing.value.items.map(({ title }) => title) : [listing.error.code]
}

describe('a web archive', () => {
  it('holds the pages that servers gave, each with its address and when it was taken', async () => {
    const listing = await listed(record({ body: page('Gates &amp; walls') }))
    if (!listing.ok) throw new Error(listing.error.code)
    expect(listing.value.items).toMatchObject([
      { key: 'https://example.org/a', title: 'Gates & walls', url: 'https://example.org/a', hasText: true },
    ])
    const entry = await warc.read(listing.value.items[0]!.record, now)
    expect(entry).toMatchObject({
      value: {
        addedAt: '2026-10-05T06:00:00Z',
        draft: { importer: 'warc', url: 'https://example.org/a', facts: { title: 'Gates & walls' } },
      },
    })
  })

  it('counts nothing else: requests, other answers, pictures, what was there already', async () => {
    const gone = 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n'
    const picture = 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n'
    const records = [
      record({ type: 'request', body: page('No') }),
      record({ type: 'revisit', body: '' }),
      record({ http: gone, body: page('No') }),
      record({ http: picture, body: 'x' }),
      record({
        url: 'urn:text:https://example.org/a',
        type: 'resource',
        headers: 'Content-Type: text/html\r\n',
        body: page('No'),
      }),
      record({ url: 'https://example.org/b', body: page('Yes') }),
      record({
        url: 'https://example.org/c',
        type: 'resource',
        headers: 'Content-Type: text/html\r\n',
        body: page('Saved'),
      }),
    ]
    const listing = await listed(Buffer.concat(records))
    expect(titles(listing)).toEqual(['Yes', 'Saved'])
    expect(listing).toMatchObject({ value: { skipped: [] } })
  })

  it('is read where records are packed one by one, and their texts again', async () => {
    const packed = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'
    const first = gzipSync(record({ http: packed, body: gzipSync(page('One')) }))
    const second = gzipSync(record({ url: 'https://example.org/b', body: page('Two') }))
    expect(titles(await listed(Buffer.concat([first, second]), 'a.warc.gz'))).toEqual(['One', 'Two'])
  })

  it('is read where a text came in chunks, is no longer packed, or is cut', async () => {
    const chunked = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n'
    const packed = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'
    const text = page('Chunks')
    const zipped = gzipSync(page('Cut'))
    const listing = await listed(
      Buffer.concat([
        record({ http: chunked, body: `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n` }),
        record({ url: 'https://example.org/b', http: packed, body: page('Plain') }),
        record({ url: 'https://example.org/c', http: packed, body: zipped.subarray(0, zipped.length - 3) }),
      ]),
    )
    expect(titles(listing)).toEqual(['Chunks', 'Plain', 'Cut'])
  })

  it('says what can not be unpacked, and which copy of a page counts', async () => {
    const brotli = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n'
    const listing = await listed(
      Buffer.concat([
        record({ body: page('Old') }),
        record({ body: page('New') }),
        record({ url: 'https://example.org/b', http: brotli, body: 'x' }),
      ]),
    )
    expect(titles(listing)).toEqual(['New'])
    expect(listing).toMatchObject({
      value: {
        skipped: [
          { where: 'https://example.org/b', reason: 'unsupported' },
          { where: 'https://example.org/a', reason: 'repeated' },
        ],
      },
    })
  })

  it('takes only what the archive calls pages, where it says so', async () => {
    const info = record({
      type: 'warcinfo',
      body: 'software: x\r\njson-metadata: {"pages": [{"url": "https://example.org/b", "title": "The page"}]}\r\n',
    })
    expect(
      titles(
        await listed(
          Buffer.concat([
            info,
            record({ body: page('A frame') }),
            record({ url: 'https://example.org/b', body: page('x') }),
          ]),
        ),
      ),
    ).toEqual(['The page'])
  })

  it.each([
    ['no records', Buffer.from('WARC/1.0\r\n'), 'format-broken'],
    ['no page', record({ type: 'request', body: '' }), 'collection-empty'],
    [
      'a bomb',
      record({
        http: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n',
        body: gzipSync(Buffer.alloc(30_000_000)),
      }),
      'collection-empty',
    ],
  ])('says so for %s', async (_, bytes, code) => {
    expect(titles(await listed(bytes))).toEqual([code])
  })

  it('keeps what stands before the damage', async () => {
    const whole = Buffer.concat([
      record({ body: page('Whole') }),
      record({ url: 'https://example.org/b', body: page('Cut') }),
    ])
    expect(titles(await listed(whole.subarray(0, whole.length - 100)))).toEqual(['Whole', 'Cut'])
    expect(
      titles(
        await listed(
          Buffer.concat([record({ body: page('Whole') }), Buffer.from('WARC/1.0\r\n\x00garbage')]),
        ),
      ),
    ).toEqual(['Whole'])
  })
})

describe('a web archive in a zip', () => {
  const archive = Buffer.concat([
    record({ body: page('A frame') }),
    record({ url: 'https://example.org/b', body: page('x') }),
  ])

  it('takes the pages of its list', async () => {
    const pages =
      '{"format": "json-pages-1.0", "id": "pages"}\nbroken\n{"url": "https://example.org/b", "title": "The page"}\n'
    const bytes = await zipOf(
      Object.entries({
        'datapackage.json': '{}',
        'archive/data.warc.gz': gzipSync(archive),
        'pages/pages.jsonl': pages,
      }),
    )
    const listing = await listed(bytes, 'a.wacz')
    expect(titles(listing)).toEqual(['The page'])
    expect(listing).toMatchObject({ value: { items: [{ key: 'https://example.org/b' }] } })
  })

  it('takes all pages where there is no list, or one of other pages', async () => {
    expect(
      titles(
        await listed(
          await zipOf(Object.entries({ 'datapackage.json': '{}', 'archive/data.warc': archive })),
          'a.zip',
        ),
      ),
    ).toEqual(['A frame', 'x'])
    const other = await zipOf(
      Object.entries({
        'archive/data.warc': archive,
        'pages/pages.jsonl': '{"url": "https://example.org/other"}',
      }),
    )
    expect(titles(await listed(other, 'a.wacz'))).toEqual(['A frame', 'x'])
  })

  it('says so where there is no archive in it', async () => {
    expect(
      titles(
        await listed(
          await zipOf(Object.entries({ 'datapackage.json': '{}', 'data/test.txt': 'x' })),
          'a.wacz',
        ),
      ),
    ).toEqual(['format-broken'])
  })
})
