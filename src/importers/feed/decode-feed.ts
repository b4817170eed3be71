import { ok, type Result } from '../../errors.ts'
import { decodeXml } from '../../markup/decode-xml.ts'
import { decodeAs, decodeText } from '../../text/decode.ts'
import type { SourceFile } from '../source-file.ts'

/**
 * The text of a feed or reading list: by what its prolog says, which the program that wrote it knew, else by what its server
 * says, else by what the bytes look like. One that does not fit the bytes is passed over: of all that is declared, encodings
 * are most often declared wrongly.
 */
export function decodeFeed({ name, bytes, web }: SourceFile): Result<string> {
  const guessed = decodeText(bytes, name)
  if (!guessed.ok && guessed.error.code !== 'file-encoding') return guessed
  const served = servedText(bytes, web?.contentType ?? null)
  const declared = decodeXml(bytes)
  const inTurn = hasProlog(bytes) ? [declared, served] : [served, declared]
  const texts = [...inTurn, guessed.ok ? guessed.value.text : null]
  return ok(texts.find((text) => text !== null && !text.includes('\ufffd')) ?? declared)
}

function servedText(bytes: Uint8Array, contentType: string | null): string | null {
  const label = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]
  return label === undefined ? null : (decodeAs(bytes, label)?.text ?? null)
}

/** A prolog is at most a line. */
const prologLength = 200

function hasProlog(bytes: Uint8Array): boolean {
  return /<\?xml\s[^>]*encoding/.test(String.fromCharCode(...bytes.subarray(0, prologLength)))
}
