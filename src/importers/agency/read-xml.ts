import { fail, ok, type Result } from '../../errors.ts'
import { maxTextBytes } from '../../model/article.ts'
import { decodedXml } from '../../markup/decode-xml.ts'
import { parseXml, withoutPrefixes } from '../../markup/xml.ts'
import type { Element } from '../../markup/tree.ts'
import type { SourceFile } from '../source-file.ts'

/** A format of XML: how its outermost element is called, and what it is called among people. */
type XmlFormat = { root: string; format: string }

/** The outermost element of a file, without prefixes, and how the file was decoded. */
export function readXml(
  { name, bytes }: SourceFile,
  { root, format }: XmlFormat,
): Result<{ root: Element; encoding: string }> {
  if (bytes.length > maxTextBytes)
    return fail({ code: 'file-too-large', name, bytes: bytes.length, maxBytes: maxTextBytes })
  const { text, encoding } = decodedXml(bytes)
  const broken = (reason: string): Result<never> => fail({ code: 'format-broken', name, format, reason })
  const parsed = parseXml(text)
  if (parsed === null) return broken('it is not well-formed XML')
  const found = withoutPrefixes(parsed)
  return found.name === root
    ? ok({ root: found, encoding })
    : broken(`its outermost element is ${found.name}`)
}
