import { fail, ok, type Result } from '../errors.ts'
import { languageScore } from './language.ts'

/** `encoding` is a WHATWG label. */
export type Decoded = { text: string; encoding: string }

/**
 * Bytes to text with line feeds for line ends and without a byte order mark; nothing else is changed, and no
 * character is ever replaced: bytes that cannot be read make the whole file `file-encoding`.
 * `name` is only for the errors.
 */
export function decodeText(bytes: Uint8Array, name: string): Result<Decoded> {
  if (bytes.length === 0) return fail({ code: 'file-empty', name })
  const encoding = findEncoding(bytes)
  if (encoding === 'binary') return fail({ code: 'file-binary', name })
  const text = decode(bytes, encoding)
  if (text === null) return fail({ code: 'file-encoding', name, encoding })
  if (text.trim() === '') return fail({ code: 'file-empty', name })
  return ok({ text: withLineFeeds(text), encoding })
}

/**
 * By a name that a header, a prolog or a tag gives. As browsers do, bytes that can't be read become U+FFFD; null where no
 * encoding goes by that name. A byte order mark is left out, line ends stay.
 */
export function decodeAs(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label, { fatal: false, ignoreBOM: false })
    const { encoding } = decoder
    return { encoding, text: encoding === usualEncoding ? decodeUsual(bytes) : decoder.decode(bytes) }
  } catch {
    return null
  }
}

/** The first bytes of files that are never text although most of their bytes may look like it. */
const signatures = [
  '%PDF-',
  'PK\x03\x04',
  '\x89PNG',
  'GIF8',
  '\xff\xd8\xff',
  '\x7fELF',
  '\x1f\x8b',
  '\xd0\xcf\x11\xe0',
  '{\\rtf',
  'Rar!\x1a',
  '7z\xbc\xaf',
  'RIFF',
  'OggS',
  'ID3',
  'SQLite format 3',
  'wOFF',
  'wOF2',
]

/** A WHATWG label, `utf-32` (which no decoder reads) or `binary`. */
function findEncoding(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return mark
  const opening = String.fromCharCode(...bytes.subarray(0, 16))
  if (signatures.some((signature) => opening.startsWith(signature))) return 'binary'
  const wide = wideWithoutMark(bytes)
  if (wide !== null) return wide
  if (hasControls(bytes)) return 'binary'
  // Japanese mail and wire encoding: seven bits, so it would pass for UTF-8.
  if (opening.includes('\x1b$B') || opening.includes('\x1b$@')) return 'iso-2022-jp'
  return looksLikeUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes)
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32'
  return null
}

/** UTF-16 without a mark shows in the zero byte that every ASCII character and line end has, always on one side. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  // 4,000 bytes hold dozens of spaces and line ends of any text.
  const sample = bytes.subarray(0, 4000)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1
  })
  const [even = 0, odd = 0] = zeros
  // Spaces, digits and line ends are a twentieth of the characters even where all letters have a high byte.
  const enough = Math.max(2, sample.length / 2 / 20)
  if (odd >= enough && even === 0) return 'utf-16le'
  return even >= enough && odd === 0 ? 'utf-16be' : null
}

/** NULs, or more control characters than the framing of wire copy (SOH, STX, ETX and the like) ever needs. */
function hasControls(bytes: Uint8Array): boolean {
  let controls = 0
  for (const byte of bytes) {
    if (byte === 0) return true
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1
  }
  // Framing is a handful of bytes whatever the length; one in fifty is already more than any copy shows.
  return controls > 8 && controls > bytes.length / 50
}

/**
 * Valid UTF-8, or UTF-8 with some damage: then most of the bytes above 127 still form its sequences, which the
 * accented letters of a legacy encoding practically never do. Damage is refused later, not papered over.
 */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  let good = 0
  let bad = 0
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i]!
    const length = byte < 0x80 ? 1 : byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : 4
    if (length > 1) {
      if (byte >= 0xc2 && byte < 0xf5 && continues(bytes, i + 1, length - 1)) good += 1
      else {
        bad += 1
        i += 1
        continue
      }
    }
    i += length
  }
  return bad === 0 || good >= 4 * bad
}

function continues(bytes: Uint8Array, from: number, count: number): boolean {
  for (let i = from; i < from + count; i += 1) {
    if ((bytes[i] ?? 0) >> 6 !== 0b10) return false
  }
  return true
}

/** What WHATWG browsers assume without further signs; news copy in "latin-1" is read with it, too. */
const usualEncoding = 'windows-1252'

const otherEncodings = [
  'windows-1250',
  'iso-8859-2',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
]

/**
 * The encoding under which the bytes read most like a language. Tried on sentences in twelve encodings: all right
 * with eld's score, where chardet took Persian in windows-1256 for Hebrew.
 */
function legacyEncoding(bytes: Uint8Array): string {
  const sample = linesAboveAscii(bytes)
  let best = { encoding: usualEncoding, score: scoreOf(sample, usualEncoding) }
  for (const encoding of otherEncodings) {
    const score = scoreOf(sample, encoding)
    // Two encodings that differ in one letter of a sentence differ by about this much.
    if (score > best.score + 0.01 && decode(bytes, encoding) !== null) best = { encoding, score }
  }
  return best.encoding
}

function scoreOf(sample: Uint8Array, encoding: string): number {
  if (encoding === usualEncoding) return languageScore(decodeUsual(sample))
  return languageScore(new TextDecoder(encoding, { fatal: false, ignoreBOM: true }).decode(sample))
}

/** Only lines with bytes above 127 tell encodings apart; 4,000 bytes of them are plenty. A long line counts from the first. */
function linesAboveAscii(bytes: Uint8Array): Uint8Array {
  const kept: number[] = []
  let start = 0
  while (start < bytes.length && kept.length < 4000) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed === -1 ? bytes.length : feed + 1
    const high = bytes.subarray(start, end).findIndex((byte) => byte > 127)
    if (high !== -1)
      kept.push(...bytes.subarray(start + Math.max(0, high - 200), Math.min(end, start + high + 2000)))
    start = end
  }
  return Uint8Array.from(kept.length > 0 ? kept : bytes.subarray(0, 4000))
}

/** Null where the bytes are not of this encoding. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  if (encoding === usualEncoding) return decodeUsual(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}

/** What windows-1252 has at 0x80 to 0x9f (its five holes stay the control characters they are). */
const windowsMarks = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** More arguments at once than this and some engines run out of stack. */
const pieceLength = 8192

/** By hand, because Node 20.18.3 to 24 read windows-1252 as plain latin-1 (nodejs/node issue 56542). */
function decodeUsual(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let start = 0; start < bytes.length; start += pieceLength) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + pieceLength)))
  }
  return withWindowsMarks(pieces.join(''))
}

/** Puts right what a host's own decoder read as latin-1: nobody means the control characters that stand for the marks. */
export function withWindowsMarks(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (control) => windowsMarks[control.charCodeAt(0) - 0x80]!)
}

/** All line ends of Unicode that a text file may use; a paragraph separator is an empty line. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?|\u2028/g, '\n').replace(/\u2029/g, '\n\n')
}
