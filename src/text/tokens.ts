import { castShadow } from './shadow.ts'
import { unspaced } from './words.ts'

/** A word or a mark of a text: folded, and where it stands in the text as it is. */
export type Token = { word: string; start: number; end: number }

/**
 * Words (a character each in scripts without spaces), runs of dots or dashes, and every other mark by itself. White
 * space only parts them, so that a text wrapped otherwise has the same tokens. Long runs are cut: nothing that takes
 * longer than a word is one.
 */
const token = new RegExp(
  `(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}\\p{Cf}]){1,64}|[${unspaced}][\\p{M}\\p{Cf}]{0,64}|[.…]{1,64}|\\p{Pd}{1,64}|[^\\s\\p{Cf}]`,
  'gu',
)

/** The tokens of a text, folded as its shadow is (`castShadow`): case kept, the variants of a mark made one. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const folded = new Map<string, string>()
  for (const { 0: raw, index } of text.matchAll(token)) {
    let word = folded.get(raw)
    if (word === undefined) folded.set(raw, (word = castShadow(raw).text))
    if (word !== '') tokens.push({ word, start: index, end: index + raw.length })
  }
  return tokens
}
