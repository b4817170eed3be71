import { decodeXml } from '../../markup/decode-xml.ts'
import type { SourceFile } from '../source-file.ts'

/** How many news items a file of NewsML 1 has; the file is not parsed for it. */
export function countItems({ bytes }: SourceFile): number {
  return decodeXml(bytes).match(/<(?:\w+:)?NewsItem[\s>]/g)?.length ?? 0
}
