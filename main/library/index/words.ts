import { unspaced } from '../../../src/text/words.ts'

/** Words are told apart by so many UTF-16 units: longer than a person types, short enough for hostile text. */
const maxLength = 40

const besideUnspaced = new RegExp(`(?:(?<=[${unspaced}])|(?=[${unspaced}]))(?!$)`, 'gu')

/** Runs of letters and digits, without case and accents: `Élysée` and `elysee` are one word. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The words a text is found by, each once. Where a script has no spaces, a word may begin at every character. */
export function wordsToFind(text: string): string[] {
  const found = wordsOf(text).flatMap((word) => [word, ...innerWords(word)])
  return [...new Set(found.map(shorten))]
}

/** What each of the words to be found has to begin with: those of a query, without what others of them say already. */
export function wordStarts(query: string): string[] {
  const starts = [...new Set(wordsOf(query).map(shorten))].toSorted()
  return starts.filter((start, index) => !starts[index + 1]?.startsWith(start))
}

function innerWords(word: string): string[] {
  return Array.from(word.matchAll(besideUnspaced), ({ index }) => word.slice(index))
}

function shorten(word: string): string {
  return word.slice(0, maxLength)
}
