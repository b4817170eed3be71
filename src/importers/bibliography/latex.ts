/** Combining characters by the accents of TeX that are signs, and by those that are letters. */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  '"': '\u0308',
  u: '\u0306',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

/** Letters and signs that have names; all other commands only say how words are set. */
const named: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  dh: 'ð',
  DH: 'Ð',
  dj: 'đ',
  DJ: 'Đ',
  th: 'þ',
  TH: 'Þ',
  ng: 'ŋ',
  i: 'ı',
  j: 'ȷ',
  S: '§',
  P: '¶',
  copyright: '©',
  pounds: '£',
  euro: '€',
  texteuro: '€',
  textendash: '–',
  textemdash: '—',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  guillemotleft: '«',
  guillemotright: '»',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  textasciitilde: '~',
  textasciicircum: '^',
  textbackslash: '\\',
  textunderscore: '_',
  textdegree: '°',
  textregistered: '®',
  texttrademark: '™',
  textbar: '|',
  textless: '<',
  textgreater: '>',
  slash: '/',
  times: '×',
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  omega: 'ω',
  par: '\n\n',
  newline: '\n',
}

const accent = /\\(?:([`'^~=."])\s*|([uvHrdckb])(?:\s+|(?=\{)))(?:\{\s*(\\?[\p{L}])\s*\}|(\\?[\p{L}]))/gu
const command = /\\([a-z]+)\*?\s*|\\([^a-z\s])|\\\s/gi
const dashes: readonly (readonly [RegExp, string])[] = [
  [/---/g, '—'],
  [/--/g, '–'],
  [/``/g, '“'],
  [/''/g, '”'],
]

/** Escaped braces, while the others are taken away. */
const openSign = '\ufdd0'
const closeSign = '\ufdd1'

/** The words of a BibTeX value, with the accents and signs that TeX spells out, and without what only sets them. */
export function latexText(value: string): string {
  if (!/[\\{}$~`'-]/.test(value)) return spaced(value)
  const text = value
    .replace(accent, accented)
    .replace(
      /\\(?:url|href)\s*\{([^{}]*)\}(?:\s*\{([^{}]*)\})?/g,
      (_, url: string, words?: string) => words ?? url,
    )
    .replace(command, (_, name?: string, sign = '') =>
      name === undefined ? signOf(sign) : (named[name] ?? ''),
    )
    .replace(/[{}]/g, '')
    .replace(/\$/g, '')
  const dashed = dashes.reduce((all, [from, to]) => all.replace(from, to), text)
  return spaced(
    dashed.replaceAll('~', ' ').replaceAll(openSign, '{').replaceAll(closeSign, '}').normalize('NFC'),
  )
}

function accented(...[, sign, letter, braced, bare]: (string | undefined)[]): string {
  const base = (braced ?? bare ?? '').replace('\\', '')
  return base + (accents[sign ?? letter ?? ''] ?? '')
}

/** `\&` and its like; `\\` ends a line, `\-` allows one to end. */
function signOf(sign: string): string {
  if (sign === '{') return openSign
  if (sign === '}') return closeSign
  if (sign === '\\') return '\n'
  return sign === '-' || sign === '/' || sign === ',' ? '' : sign
}

function spaced(text: string): string {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')
}

/** An address or a name of a file, where TeX's signs have no meaning of their own but for the backslash in front of them. */
export function latexAddress(value: string): string {
  const inner = /\\url\s*\{([^{}]*)\}/.exec(value)?.[1] ?? value
  return inner.replace(/\\([_%&#~{}$])/g, '$1').replace(/[{}\s]/g, '')
}
