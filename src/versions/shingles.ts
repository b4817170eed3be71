import { unspaced } from '../text/words.ts'

/** Words in a shingle; measured together with `leastLikeness` in `sketch.ts`. */
export const shingleLength = 4

/** A run of letters and numbers; of a script without spaces, one character. */
const token = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/**
 * The hashes of all runs of four words of a text, in the order of the text; a shorter text is one run. Case, punctuation,
 * white space and compatibility forms do not count; in scripts without spaces each character is a word, because what a
 * dictionary makes of them changes with its releases.
 */
export function shinglesOf(text: string): number[] {
  const words = text.normalize('NFKC').toLowerCase().match(token) ?? []
  const hashes: number[] = []
  for (let end = Math.min(shingleLength, words.length); end <= words.length && end > 0; end++) {
    hashes.push(hash(words.slice(Math.max(0, end - shingleLength), end).join(' ')))
  }
  return hashes
}

/**
 * FNV-1a over UTF-16 units, its bits mixed once more by the finaliser of MurmurHash3 (32 bits): FNV's high bits alone change
 * too little from word to word for the smallest of them to be a fair choice.
 */
function hash(words: string): number {
  let bits = 0x811c9dc5
  for (let place = 0; place < words.length; place++)
    bits = Math.imul(bits ^ words.charCodeAt(place), 0x01000193)
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
