import { decodeAs, decodeText, type Decoded } from '../text/decode.ts'

/** As far as a prolog reaches; WHATWG looks as far for the one of a page. */
const prologLength = 1024

/**
 * The text of an XML file: by its byte order mark, else as UTF-8 where it is that, else by the encoding of its prolog, else by
 * what the bytes look like. Never fails: what can't be read becomes U+FFFD.
 */
export function decodeXml(bytes: Uint8Array): string {
  return decodedXml(bytes).text
}

/** With the encoding that it was read with. */
export function decodedXml(bytes: Uint8Array): Decoded {
  const guessed = decodeText(bytes, '')
  const named = isMarked(bytes) ? null : encodingOf(bytes)
  // Those who convert a file to UTF-8 forget the prolog, and no other encoding looks like it.
  const isUtf8 = guessed.ok && guessed.value.encoding === 'utf-8' && !/^iso-2022/i.test(named ?? '')
  const decoded = named === null || isUtf8 ? null : decodeAs(bytes, named)
  if (decoded !== null) return decoded
  return guessed.ok ? guessed.value : decodeAs(bytes, 'utf-8')!
}

/** A mark tells more than a prolog. */
function isMarked([a, b, c]: Uint8Array): boolean {
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0xef && b === 0xbb && c === 0xbf)
}

/** Null also where the name can't be right: a prolog that was read byte by byte is not in UTF-16. */
function encodingOf(bytes: Uint8Array): string | null {
  const prolog = String.fromCharCode(...bytes.subarray(0, prologLength))
  const name = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(prolog)?.[1] ?? null
  return name !== null && /^(?:utf-?16|ucs-?2|unicode)/i.test(name) ? null : name
}
