import { decodeTransfer } from './transfer.ts'

/** The fields of a message or of a part of it by their names in lower case, lines that were folded put together. */
export type Fields = ReadonlyMap<string, string>

/** A part that holds something; `isWhole` where the end of it is in the file. */
export type MimePart = { fields: Fields; type: string; bytes: Uint8Array; isWhole: boolean }

export type MimeMessage = { fields: Fields; parts: MimePart[] }

/** Parts lie within parts where a mail program made the file; two levels are usual. */
const deepest = 10

/**
 * The parts of a message (RFC 2045, 2046, 2557), bytes as characters of one byte. What its boundary does not part is one part: a page that
 * lost a line of its file can still be read.
 */
export function readMime(message: string): MimeMessage {
  const { fields, body } = splitFields(message)
  return { fields, parts: partsOf(fields, { body, isWhole: true, depth: 0 }) }
}

/** `utf-8` of `text/html; charset="utf-8"`. */
export function parameter(fields: Fields, name: string): string | null {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i')
  const found = pattern.exec(fields.get('content-type') ?? '')
  return found?.[1] ?? found?.[2] ?? null
}

type Body = { body: string; isWhole: boolean; depth: number }

function partsOf(fields: Fields, { body, isWhole, depth }: Body): MimePart[] {
  const type = typeOf(fields)
  const boundary = type.startsWith('multipart/') && depth < deepest ? parameter(fields, 'boundary') : null
  if (boundary === null || boundary === '') {
    const bytes = decodeTransfer(body, fields.get('content-transfer-encoding') ?? '')
    return [{ fields, type, bytes, isWhole }]
  }
  return splitParts(body, boundary).flatMap((part) => {
    const inner = splitFields(part.text)
    return partsOf(inner.fields, { body: inner.body, isWhole: part.isWhole, depth: depth + 1 })
  })
}

/** A part of a part that lost its boundary has its fields where the text should be. */
function splitParts(body: string, boundary: string): Array<{ text: string; isWhole: boolean }> {
  const [before = '', ...texts] = `\n${body}`.split(`\n--${boundary}`)
  if (texts.length === 0) return [{ text: before.trimStart(), isWhole: false }]
  const end = texts.findIndex((text) => text.startsWith('--'))
  const parts = end === -1 ? texts : texts.slice(0, end)
  return parts.map((text, index) => ({
    text: text.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, ''),
    isWhole: index < texts.length - 1,
  }))
}

function splitFields(text: string): { fields: Fields; body: string } {
  const fields = new Map<string, string>()
  const gap = /\r?\n\r?\n|^\r?\n/.exec(text)
  const head = gap === null ? text : text.slice(0, gap.index)
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line) ?? []
    if (name !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value ?? '')
  }
  return { fields, body: gap === null ? '' : text.slice(gap.index + gap[0].length) }
}

function typeOf(fields: Fields): string {
  return (fields.get('content-type') ?? 'text/plain').split(';')[0]!.trim().toLowerCase()
}
