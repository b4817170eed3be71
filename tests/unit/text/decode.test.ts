import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/text/decode.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...parts: (number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  return Uint8Array.from(
    units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  )
}

/** The bytes of a text in an encoding of one byte a character, by the decoder's own table. */
function legacy(text: string, encoding: string): Uint8Array {
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
  )
  return Uint8Array.from(Array.from(text), (character) => {
    const byte = table.get(character)
    if (byte === undefined) throw new Error(`${character} is not in ${encoding}`)
    return byte
  })
}

const story = 'Der Hafen tauscht die Tafel – über die man „lange“ stritt – schließlich aus.\nEnde'

describe('Unicode', () => {
  test.each([
    ['utf-8', utf8(story)],
    ['utf-8', bytes([0xef, 0xbb, 0xbf], utf8(story))],
    ['utf-16le', bytes([0xff, 0xfe], utf16(story, 'le'))],
    ['utf-16be', bytes([0xfe, 0xff], utf16(story, 'be'))],
    ['utf-16le', utf16(story, 'le')],
    ['utf-16be', utf16(story, 'be')],
  ])('%s is read with and without its mark', (encoding, data) => {
    expect(decodeText(data, 'a.txt')).toEqual({ ok: true, value: { text: story, encoding } })
  })

  test('UTF-16 is known by its line ends and digits where the letters have no zero byte', () => {
    const text = 'هیئت بندر در سال 1961 جدولی آویخت.\nاکنون عوض می‌شود.\n'
    expect(decodeText(utf16(text, 'le'), 'a.txt')).toEqual({
      ok: true,
      value: { text, encoding: 'utf-16le' },
    })
  })

  test('every text comes back from UTF-8 with only its line ends changed', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((made) => made.trim() !== '')
    fc.assert(
      fc.property(text, (made) => {
        const expected = made
          .replace(/^\ufeff/, '')
          .replace(/\r\n?|\u2028/g, '\n')
          .replace(/\u2029/g, '\n\n')
        fc.pre(!/[\0-\x08\x0e-\x1f]/.test(made) && expected.trim() !== '')
        expect(decodeText(utf8(made), 'a.txt')).toMatchObject({ ok: true, value: { text: expected } })
      }),
    )
  })
})

describe('older encodings', () => {
  test.each([
    ['windows-1252', 'Table des marées: une «catastrophe» évitée, déclare le président du port.'],
    [
      'windows-1250',
      'Zarząd portu ogłosił w poniedziałek, że wymieni tablicę pływów, która wisi w biurze od 1961 roku.',
    ],
    ['windows-1251', 'Совет гавани заявил в понедельник, что заменит таблицу приливов.'],
    ['koi8-r', 'Совет гавани заявил в понедельник, что заменит таблицу приливов.'],
    ['windows-1253', 'Το λιμεναρχείο ανακοίνωσε τη Δευτέρα ότι θα αντικαταστήσει τον πίνακα.'],
    [
      'windows-1254',
      'Liman kurulu pazartesi günü gelgit tablosunu değiştireceğini söyledi. Şehir müzesi, ışık.',
    ],
    ['windows-1255', 'ועדת הנמל אמרה ביום שני כי תחליף את לוח הגאות.'],
    ['windows-1256', 'تهران (ايرنا) - بندر روز دوشنبه گفت جدول را عوض خواهد کرد.'],
  ])('%s: %s', (encoding, text) => {
    const decoded = decodeText(legacy(text, encoding), 'a.txt')
    expect(decoded).toEqual({ ok: true, value: { text, encoding } })
  })

  test('the quotation marks and dashes of windows-1252 are themselves, on every version of Node', () => {
    const data = bytes(
      utf8('plain '),
      [0x97],
      utf8(' '),
      [0x93],
      utf8('quoted'),
      [0x94],
      utf8(' words'),
      [0x92, 0x85],
    )
    const text = 'plain — “quoted” words’…'
    expect(decodeText(data, 'a.txt')).toEqual({ ok: true, value: { text, encoding: 'windows-1252' } })
  })

  test('Japanese in Shift_JIS', () => {
    // 港の委員会は月曜日に表を替えると言った。
    const shiftJis =
      '8d60 82cc 88cf 88f5 89ef 82cd 8c8e 976a 93fa 82c9 955c 82f0 91d6 82a6 82e9 82c6 8cbe 82c1 82bd 8142'
    const data = Uint8Array.from(shiftJis.replace(/ /g, '').match(/../g)!, (pair) => parseInt(pair, 16))
    expect(decodeText(data, 'a.txt')).toMatchObject({ ok: true, value: { encoding: 'shift_jis' } })
  })
})

describe('refused', () => {
  test.each([
    ['file-empty', new Uint8Array()],
    ['file-empty', utf8(' \r\n\t\n')],
    ['file-empty', bytes([0xef, 0xbb, 0xbf])],
    ['file-binary', bytes(utf8('%PDF-1.7\n'), utf8('stream of words'))],
    ['file-binary', bytes([0x50, 0x4b, 3, 4], utf8('word/document.xml'))],
    ['file-binary', bytes([0x89], utf8('PNG\r\n'))],
    ['file-binary', bytes([0x7f], utf8('ELF'))],
    ['file-binary', bytes(utf8('some words'), [0], utf8('and more'))],
    ['file-binary', Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)],
    ['file-encoding', bytes(utf8('Ünïcödé wörds, büt brökën: '), [0xc3])],
    ['file-encoding', bytes([0xef, 0xbb, 0xbf], utf8('broken '), [0xff])],
    ['file-encoding', bytes([0xff, 0xfe], utf16('half a character', 'le'), [0x41])],
    ['file-encoding', bytes([0xff, 0xfe, 0, 0], [0x41, 0, 0, 0])],
  ])('%s', (code, data) => {
    expect(decodeText(data, 'a.txt')).toMatchObject({ ok: false, error: { code, name: 'a.txt' } })
  })

  test('never is a character replaced, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (data) => {
        const decoded = decodeText(data, 'a.txt')
        const hasOwn = String.fromCharCode(...data).includes('\xef\xbf\xbd')
        expect(hasOwn || !decoded.ok || !decoded.value.text.includes('\ufffd')).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('the few control characters that wires put around a story do not make it binary', () => {
    const framed = bytes([1], utf8('bsd1\r\n'), [2], utf8('The board met.\r\n'), [3])
    expect(decodeText(framed, 'a.txt').ok).toBe(true)
  })
})
