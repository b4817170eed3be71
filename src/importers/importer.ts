import { fail, type Result } from '../errors.ts'
import { type Draft, maxSourceBytes } from '../model/article.ts'
import { decodeText } from '../text/decode.ts'
import { markdown } from './markdown/markdown.ts'
import { plainText } from './plain-text.ts'
import type { SourceFile } from './source-file.ts'

/** One source format in. */
export type Importer = {
  id: string
  accepts(name: string, bytes: Uint8Array): boolean
  read(source: SourceFile): Result<Draft>
}

/** The first that accepts a file reads it. */
export const importers: readonly Importer[] = [markdown, plainText]

/** Everything of an article that the bytes decide, or why they are none. Takes a few seconds for the largest files. */
export function importBytes(source: SourceFile): Result<Draft> {
  const { name, bytes } = source
  if (bytes.length > maxSourceBytes) {
    return fail({ code: 'file-too-large', name, bytes: bytes.length, maxBytes: maxSourceBytes })
  }
  const importer = importers.find((candidate) => candidate.accepts(name, bytes))
  return importer === undefined ? refuse(source) : importer.read(source)
}

/** A file of no known type: empty and binary ones say so, which tells more than their name. */
function refuse({ name, bytes }: SourceFile): Result<never> {
  const decoded = decodeText(bytes, name)
  return decoded.ok ? fail({ code: 'file-type', name }) : decoded
}
