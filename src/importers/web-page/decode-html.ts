import { decodeAs, decodeText, type Decoded } from '../../text/decode.ts'

/** Where the standard looks for a declaration before it parses. */
const prescannedBytes = 1024

/**
 * Bytes of a page to text as browsers do it (WHATWG HTML, "determining the character encoding"): byte order mark, what the server
 * said (`contentType`, as it came), the declaration in the page. Without any, what the bytes look like. A declaration is believed
 * even where it is wrong, and bytes that do not fit become U+FFFD: never an error.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): Decoded {
  const encoding = markedEncoding(bytes) ?? charsetOf(contentType ?? '') ?? declaredEncoding(bytes)
  return decodeAs(bytes, encoding ?? '') ?? decodeUndeclared(bytes)
}

function markedEncoding([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** The encoding that `text/html; charset="utf-8"` names, by its WHATWG label; null where it names none that there is. */
function charsetOf(contentType: string): string | null {
  const label = /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))/i.exec(contentType)
  return label === null ? null : knownEncoding(label[1] ?? label[2] ?? label[3] ?? '')
}

function knownEncoding(label: string): string | null {
  return decodeAs(new Uint8Array(), label)?.encoding ?? null
}

/** What the first bytes declare, in an XML declaration or a `meta`. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, prescannedBytes)).replace(/<!--[^]*?-->/g, '')
  const xml = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1]
  const declared = (xml === undefined ? null : knownEncoding(xml)) ?? metaEncoding(head)
  if (declared === null) return null
  // The declaration could be read byte by byte, so that it can't be in any of these.
  if (declared.startsWith('utf-16')) return 'utf-8'
  return declared === 'x-user-defined' ? 'windows-1252' : declared
}

function metaEncoding(head: string): string | null {
  for (const [, inner = ''] of head.matchAll(/<meta[\s/]([^>]*)/gi)) {
    const attributes = attributesOf(inner)
    const isPragma = attributes.get('http-equiv')?.toLowerCase() === 'content-type'
    const pragma = isPragma ? charsetOf(attributes.get('content') ?? '') : null
    const encoding = pragma ?? knownEncoding(attributes.get('charset') ?? '')
    if (encoding !== null) return encoding
  }
  return null
}

const attribute = /([^\s"'/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g

function attributesOf(inner: string): Map<string, string> {
  const pairs = [...inner.matchAll(attribute)]
  return new Map(pairs.map(([, name = '', a, b, c]) => [name.toLowerCase(), a ?? b ?? c ?? '']))
}

/** Browsers guess as well where nobody says anything; what no guess fits is windows-1252 for them. */
function decodeUndeclared(bytes: Uint8Array): Decoded {
  const guess = decodeText(bytes, '')
  return guess.ok ? guess.value : decodeAs(bytes, 'windows-1252')!
}
