import { fail, type Result } from '../errors.ts'
import { maxTextBytes } from '../model/article.ts'
import { decodeText, type Decoded } from '../text/decode.ts'
import type { SourceFile } from './source-file.ts'

/** The text of a file that is one story. */
export function storyText({ name, bytes }: SourceFile): Result<Decoded> {
  if (bytes.length > maxTextBytes)
    return fail({ code: 'file-too-large', name, bytes: bytes.length, maxBytes: maxTextBytes })
  return decodeText(bytes, name)
}
