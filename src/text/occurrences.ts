import type { Span } from '../model/content.ts'
import { isGraphemeLimit } from './grapheme-span.ts'

/** Every place where the text has these words as they are, on grapheme limits, in order; some may overlap. */
export function occurrences(text: string, words: string): Span[] {
  const found: Span[] = []
  let start = words === '' ? -1 : text.indexOf(words)
  while (start !== -1) {
    const end = start + words.length
    if (isGraphemeLimit(text, start) && isGraphemeLimit(text, end)) found.push({ start, end })
    start = text.indexOf(words, start + 1)
  }
  return found
}
