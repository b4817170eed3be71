import { decodeBase64 } from '../base64.ts'

/** So many characters fit the arguments of a call on every engine. */
const chunk = 8192

/** Bytes as characters of one byte each. */
export function binaryOf(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let start = 0; start < bytes.length; start += chunk) {
    // Not spread: that takes the bytes one by one, six times as long.
    parts.push(String(Reflect.apply(String.fromCharCode, null, bytes.subarray(start, start + chunk))))
  }
  return parts.join('')
}

/** The other way round. */
export function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

/** The content of a part without its transfer encoding (RFC 2045, section 6); what is wrong in it stays as it is. */
export function decodeTransfer(body: string, encoding: string): Uint8Array {
  const name = encoding.trim().toLowerCase()
  if (name === 'base64') return decodeBase64(body)
  return bytesOf(name === 'quoted-printable' ? decodeQuotedPrintable(body) : body)
}

function decodeQuotedPrintable(body: string): string {
  return body
    .replace(/[ \t]+(?=\r?\n)/g, '')
    .replace(/=(?:\r?\n|([\dA-Fa-f]{2})|$)/g, (_, code: string | undefined) =>
      code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16)),
    )
}
