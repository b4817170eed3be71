/**
 * What a page's characters mean: where a font does not say, they come as codes. Those of Windows are what Windows reads in them;
 * large brackets are put together of pieces, of which the upper one stands for all; control characters are nothing that anybody
 * sees. The shapes that Arabic letters have at the beginning, in the middle and at the end of words become the letters.
 */
export function legible(text: string): string {
  return text
    .replace(/[\u0080-\u009f]/g, (code) => windows.charAt(code.charCodeAt(0) - 0x80).trim())
    .replace(/[\uf8e5-\uf8fe]/g, (piece) => brackets.get(piece) ?? '')
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
    .replace(/[\ufb1d-\ufdff\ufe70-\ufefc]/g, (form) => form.normalize('NFKC'))
}

/** Windows-1252 from 0x80 on; a space is no character. */
const windows = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** The upper pieces of brackets, where Adobe's glyph list has them. */
const brackets = new Map([
  ['\uf8eb', '('],
  ['\uf8ee', '['],
  ['\uf8f1', '{'],
  ['\uf8f6', ')'],
  ['\uf8f9', ']'],
  ['\uf8fc', '}'],
])
