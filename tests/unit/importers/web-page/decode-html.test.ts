import { describe, expect, test } from 'vitest'
import { decodeHtml } from '../../../../src/importers/web-page/decode-html.ts'

const umlaut = Uint8Array.of(0xfc)
const utf8 = new TextEncoder()

/** A page whose bytes are these, the last of which is `ü` in windows-1252. */
function page(markup: string): Uint8Array {
  return Uint8Array.of(...utf8.encode(`${markup}<p>Br`), ...umlaut)
}

describe('the encoding of a page', () => {
  test('is what its byte order mark says, before the server and the page', () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8.encode('<meta charset="koi8-r"><p>Brücke'))
    expect(decodeHtml(bytes, 'text/html; charset=iso-8859-1')).toEqual({
      encoding: 'utf-8',
      text: '<meta charset="koi8-r"><p>Brücke',
    })
  })

  test.each([
    ['text/html; charset=iso-8859-1', 'windows-1252'],
    ['text/html;charset="KOI8-R"', 'koi8-r'],
  ])('is what the server says, before the page: %s', (type, encoding) => {
    expect(decodeHtml(page('<meta charset="utf-8">'), type).encoding).toBe(encoding)
  })

  test.each([
    ['<meta charset=latin1>', 'windows-1252'],
    ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1251">', 'windows-1251'],
    ['<?xml version="1.0" encoding="ISO-8859-2"?><html>', 'iso-8859-2'],
    ['<!-- <meta charset="koi8-r"> --><meta charset="gbk">', 'gbk'],
    ['<meta name="description" content="charset=koi8-r"><meta charset="big5">', 'big5'],
    ['<meta charset="utf-16">', 'utf-8'],
    ['<meta charset="x-user-defined">', 'windows-1252'],
    ['<meta charset="no-such-thing"><meta charset="euc-kr">', 'euc-kr'],
  ])('is what the page declares: %s', (markup, encoding) => {
    expect(decodeHtml(page(markup), null).encoding).toBe(encoding)
  })

  test('is looked for in the first 1024 bytes only', () => {
    const late = `<!doctype html><title>${'x'.repeat(1024)}</title><meta charset="koi8-r">`
    expect(decodeHtml(utf8.encode(`${late}<p>Brücke`), null).encoding).toBe('utf-8')
  })

  test('is found from the bytes where nobody names it', () => {
    expect(decodeHtml(utf8.encode('<p>Die Brücke über die Straße'), null).encoding).toBe('utf-8')
    const legacy = Uint8Array.from('<p>Die Brücke über die Straße ist für Fußgänger offen.', (one) =>
      one.charCodeAt(0),
    )
    expect(decodeHtml(legacy, null)).toMatchObject({
      encoding: 'windows-1252',
      text: expect.stringContaining('Fußgänger'),
    })
  })

  test('never fails: what does not fit is replaced', () => {
    expect(decodeHtml(page('<meta charset="utf-8">'), null).text).toContain('Br\ufffd')
    expect(decodeHtml(new Uint8Array(), null).text).toBe('')
    expect(decodeHtml(Uint8Array.of(0, 1, 2, 0, 255), null).encoding).toBe('windows-1252')
  })
})
