import type { Content } from '../model/content.ts'
import type { Anchor } from '../model/selector.ts'
import { castShadow } from '../text/shadow.ts'

/**
 * What there is to tell of the words that were marked, in the newest version: that they read otherwise there, or that their
 * place has to be confirmed. Null where they stand as they were, quotation marks, dashes and white space aside, and where they
 * have no place at all, which the section they are in says.
 */
export function newReading(marked: string, anchor: Anchor | null, { text }: Content): string | null {
  if (anchor?.kind !== 'moved') return null
  const words = text.slice(anchor.span.start, anchor.span.end).replace(/\s+/g, ' ').trim()
  if (anchor.isDoubtful) return `To be confirmed. The newest version may say it here: “${words}”`
  return folded(words) === folded(marked) ? null : `The newest version reads: “${words}”`
}

function folded(words: string): string {
  return castShadow(words).text.trim()
}
