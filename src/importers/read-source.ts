import { fail, type Result } from '../errors.ts'
import { maxSourceBytes } from '../model/article.ts'
import { decodeText } from '../text/decode.ts'
import { isFeedList } from './feed/root.ts'
import { extensionOf } from './file-name.ts'
import type { Importer } from './importer.ts'
import { importers } from './importers.ts'
import type { Candidate, SourceFile, Zip } from './source-file.ts'

/** Opens the zip that these bytes are; `name` is for the errors. */
export type Unzip = (name: string, bytes: Uint8Array) => Promise<Result<Zip>>

/** As much as `Candidate.head` says. */
const headBytes = 4096

/** What importers are shown of a file. */
export async function candidateOf(source: SourceFile, unzip: Unzip): Promise<Result<Candidate>> {
  const { name, bytes } = source
  if (bytes.length > maxSourceBytes)
    return fail({ code: 'file-too-large', name, bytes: bytes.length, maxBytes: maxSourceBytes })
  const extension = extensionOf(name)
  if (!isZip(bytes)) return { ok: true, value: { ...source, extension, head: headOf(bytes), zip: null } }
  const zip = await unzip(name, bytes)
  return zip.ok ? { ok: true, value: { ...source, extension, head: '', zip: zip.value } } : zip
}

/** The importer that reads a file: the one that is named, else the first that accepts it. */
export function importerOf(candidate: Candidate, id?: string): Result<Importer> {
  const { name, bytes } = candidate
  const importer =
    id === undefined
      ? importers.find((format) => format.accepts(candidate))
      : importers.find((format) => format.id === id)
  if (importer !== undefined) return { ok: true, value: importer }
  if (id !== undefined) return fail({ code: 'importer-unknown', importer: id })
  if (isFeedList(candidate.head)) return fail({ code: 'feed-list', name })
  // Empty and binary files say so, which tells more than their names.
  const decoded = candidate.zip === null ? decodeText(bytes, name) : null
  return decoded?.ok === false ? decoded : fail({ code: 'file-type', name })
}

function isZip([a, b, c, d]: Uint8Array): boolean {
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))
}

/** A piece may end inside of a character: what can't be decoded is tried with a few bytes less. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, headBytes)
  for (let less = 0; less < 4; less += 1) {
    const decoded = decodeText(head.subarray(0, head.length - less), '')
    if (decoded.ok) return decoded.value.text
  }
  return ''
}
