/** Marks that stand on or below letters of the scripts in which people leave them out: Latin and its kin, Hebrew, Arabic. */
const marks = String.raw`\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed`

/** What is not seen and not typed: soft hyphen, zero-width space and joiners, word joiner, byte order mark, directions. */
const unseen = String.raw`\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff`

/** Signs of which a keyboard has one and a text another. */
const alike = [
  String.raw`'\u0060\u00b4\u02bc\u2018-\u201b\u2032\u2039\u203a`,
  String.raw`"\u00ab\u00bb\u201c-\u201f\u2033`,
  String.raw`\-\u2010-\u2015\u2212`,
  // Arabic and Persian keyboards have different letters for the same ones.
  '\u0643\u06a9',
  '\u064a\u0649\u06cc',
  // Small i without its dot; Turkish capital i has one.
  'i\u0131\u0130',
].map((members) => ({ members, is: new RegExp(`^[${members}]$`, 'u') }))

/**
 * What finds words as a person types them into a search: case, accents and the shape of quotation marks, dashes and white
 * space do not count. It runs over the text as it is, so its finds need no way back. Null where there is nothing to find.
 */
export function findPattern(query: string): RegExp | null {
  const words = query.trim()
  // As typed, too: a few characters are never the same again once they were composed.
  const forms = new Set([words.normalize('NFC'), words].map(formPattern))
  forms.delete('')
  return forms.size === 0 ? null : new RegExp(`(?:${[...forms].join('|')})[${marks}]*`, 'giu')
}

function formPattern(words: string): string {
  const parts = Array.from(words.matchAll(/ss|\.{3}|\s+|./giu), ([part]) => partPattern(part))
  return parts.filter((part) => part !== '').join(`[${marks}${unseen}]*`)
}

function partPattern(part: string): string {
  if (part.trim() === '') return String.raw`\s+`
  if (/^(?:ss|ß|ẞ)$/iu.test(part)) return `(?:ss|ß)`
  if (part === '...' || part === '…') return String.raw`(?:\.{3}|…)`
  if (new RegExp(`^[${marks}${unseen}]$`, 'u').test(part)) return ''
  const base = baseOf(part)
  const group = alike.find(({ is }) => is.test(base))?.members ?? escaped(base)
  return `[${group}${accented().get(base) ?? ''}]`
}

/** The letter without its marks, in lower case: what an accented one is known by. */
function baseOf(letter: string): string {
  const [base = letter, ...rest] = letter.normalize('NFD')
  const isMarked = rest.length > 0 && rest.every((mark) => new RegExp(`[${marks}]`, 'u').test(mark))
  return (isMarked ? base : letter).toLowerCase()
}

let known: ReadonlyMap<string, string> | null = null

/** The letters that Unicode has with their marks in one, by the letter below: é, è and ê by e. */
function accented(): ReadonlyMap<string, string> {
  if (known) return known
  const letters = new Map<string, string>()
  // From À to the end of Greek Extended lie all that are made of such marks.
  for (let code = 0xc0; code < 0x2000; code++) {
    const letter = String.fromCharCode(code)
    const base = baseOf(letter)
    if (base !== letter.toLowerCase()) letters.set(base, (letters.get(base) ?? '') + letter)
  }
  known = letters
  return letters
}

/** As it may stand between square brackets. */
function escaped(letter: string): string {
  return /[\\\]^[-]/.test(letter) ? `\\${letter}` : letter
}
