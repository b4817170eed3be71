/** Scripts written without spaces between words, as what stands between the brackets of a regular expression (flag u). */
export const unspaced =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'

/** Bounded, because the stack of the matcher ends within a word of some million letters. */
const spacedWord = new RegExp(
  `(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}]){1,500}(?:['’.,\\-‐\u200c](?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}]){1,500}){0,100}`,
  'gu',
)

/** Long runs are cut here: Intl.Segmenter slows down with the length of its input. */
const unspacedRun = new RegExp(`[${unspaced}\\p{M}ー]{1,1000}`, 'gu')

/**
 * How many words a person would count: `forty-one`, `don’t` and `1,961.5` are one each. Chinese, Japanese, Thai and
 * their like are counted by the dictionary of Intl.Segmenter. Linear, so that 10 MB take about a second.
 */
export function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(spacedWord)) count += 1
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  for (const [run] of text.matchAll(unspacedRun)) {
    for (const segment of segmenter.segment(run)) if (segment.isWordLike) count += 1
  }
  return count
}
