import type { Element } from '../../markup/tree.ts'
import { childElements, descendantsNamed, textOf } from '../../markup/walk.ts'

/** A formula in words: as its author wrote it (mostly TeX) where that is kept in it, else in one line. */
export function formulaText(math: Element): string {
  const written = math.attributes.get('alttext')?.trim()
  if (written !== undefined && written !== '') return written
  const annotations = descendantsNamed(math, 'annotation')
  const tex = annotations.find(({ attributes }) => /tex/i.test(attributes.get('encoding') ?? ''))
  if (tex !== undefined) return textOf(tex).trim()
  return lineOf(math).replace(/\s+/g, ' ').trim()
}

/**
 * MathML as one line of text, nearly as the linear format of Unicode Technical Note 28 has it: `x^2`, `(a-b)/√c`, `∑_(i=1)^n`.
 * What MathML does not know is read in its order.
 */
function lineOf(element: Element): string {
  const parts = childElements(element)
  const [first = '', second = '', third = ''] = threeParts.has(element.name) ? parts.map(lineOf) : []
  switch (element.name) {
    case 'mi':
    case 'mn':
    case 'mo':
    case 'ms':
      return textOf(element).replace(invisible, '').trim()
    case 'mtext':
      return textOf(element)
    case 'mspace':
      return ' '
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
    case 'none':
    case 'mprescripts':
      return ''
    case 'msup':
      return `${group(first)}^${group(second)}`
    case 'msub':
      return `${group(first)}_${group(second)}`
    case 'munder':
      return accented(first, second) ?? `${group(first)}_${group(second)}`
    case 'mover':
      return accented(first, second) ?? `${group(first)}^${group(second)}`
    case 'msubsup':
    case 'munderover':
      return `${group(first)}_${group(second)}^${group(third)}`
    case 'mfrac':
      return `${group(first)}${isFraction(element) ? '/' : '¦'}${group(second)}`
    case 'msqrt':
      return `√${group(inRow(parts))}`
    case 'mroot':
      return second === '3' ? `∛${group(first)}` : `√[${second}]${group(first)}`
    case 'mfenced':
      return fenced(element, parts)
    case 'mtable':
      return parts.map(lineOf).join('; ')
    case 'mtr':
    case 'mlabeledtr':
      return parts.map(lineOf).join(', ')
    default:
      return parts.length === 0 ? textOf(element).trim() : inRow(parts)
  }
}

/** Elements whose parts have their meaning by their places. */
const threeParts = new Set('msup msub munder mover msubsup munderover mfrac mroot'.split(' '))

/** What stands between a function and its argument, between factors and between indices, without being seen. */
const invisible = /[\u2061-\u2064]/g

/** Numbers beside each other, words, and what follows an index would run together. */
function inRow(parts: readonly Element[]): string {
  const lines = parts.map(lineOf).filter((line) => line !== '')
  return lines
    .map((line, index) => {
      const before = lines[index - 1]?.slice(-longestIndex) ?? ''
      return runsOn.test(`${before}\0${line.slice(0, 2)}`) ? ` ${line}` : line
    })
    .join('')
}

/** Where two parts meet stands a character that no text has. */
const runsOn = /\d\0\d|\p{L}{2}\0[\p{L}\d]|[\p{L}\d]\0\p{L}{2}|[_^](?:[\p{L}\d.]+|\S)\0[\p{L}\d√∑∏∫]/u

/** A longer one stands in brackets. */
const longestIndex = 12

/** A sign, a number, a word, and what stands in brackets by itself need none. */
function group(text: string): string {
  const line = text.trim()
  return /^(?:√?.|[\d.,]+|\p{L}+|\p{L}\p{M}+|√?\([^()]*\))$/u.test(line) ? line : `(${line})`
}

/** A line without thickness parts no fraction: what stands above is to be chosen from what stands below. */
function isFraction({ attributes }: Element): boolean {
  return !/^0(?:\D|$)/.test(attributes.get('linethickness') ?? '')
}

/** Signs that stand above a letter, as they are joined to it. */
const accents: Record<string, string> = {
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '¯': '\u0304',
  '‾': '\u0304',
  '˙': '\u0307',
  '¨': '\u0308',
  '→': '\u20d7',
}

function accented(base: string, accent: string): string | null {
  const sign = accents[accent]
  return sign === undefined || !/^\p{L}$/u.test(base) ? null : base + sign
}

function fenced({ attributes }: Element, parts: readonly Element[]): string {
  const of = (name: string, usual: string): string => attributes.get(name) ?? usual
  const [separator = ''] = of('separators', ',').trim()
  return `${of('open', '(')}${parts.map(lineOf).join(separator)}${of('close', ')')}`
}
