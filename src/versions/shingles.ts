import { unspaced } from '../text/words.ts'

/** A run of letters and numbers, bounded as in `countWords`; of a script without spaces, one character. */
const token = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}]){1,500}`, 'gu')
const character = new RegExp(`^[${unspaced}]`, 'u')

/** Words in a shingle, for the reasons given at `leastLikeness` in `sketch.ts`. */
const spacedLength = 3

/** Characters in a shingle of a text without spaces: a Chinese word has about two. */
const unspacedLength = 6

/**
 * The hashes of all runs of three words of a text, in the order of the text; a shorter text is one run. Case, punctuation,
 * white space and compatibility forms do not count. In scripts without spaces it is runs of characters, because the words
 * a dictionary finds change with its releases.
 */
export function shinglesOf(text: string): number[] {
  const words: string[] = text.normalize('NFKC').toLowerCase().match(token) ?? []
  const characters = words.filter((word) => character.test(word)).length
  const length = characters * 2 > words.length ? unspacedLength : spacedLength
  const hashes: number[] = []
  for (let end = Math.min(length, words.length); end <= words.length && end > 0; end++) {
    hashes.push(hash(words.slice(Math.max(0, end - length), end).join(' ')))
  }
  return hashes
}

/**
 * FNV-1a over UTF-16 units, its bits mixed once more by the finaliser of MurmurHash3 (32 bits): FNV's high bits alone change
 * too little from word to word for the smallest hashes to be a fair choice.
 */
function hash(words: string): number {
  let bits = 0x811c9dc5
  for (let place = 0; place < words.length; place++) {
    bits = Math.imul(bits ^ words.charCodeAt(place), 0x01000193)
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
