import { inSpokenOrder } from '../person-names.ts'
import { latexText } from './latex.ts'

/** The people of an `author` or `editor`, as they are spoken: `Müller, Jos{\'e} and {Harbour Board}`. */
export function texNames(value: string): string[] {
  return split(value, /\s+and\s+/y)
    .filter((name) => name !== '' && name.toLowerCase() !== 'others')
    .map((name) => {
      const parts = split(name, /\s*,\s*/y).map(latexText)
      // `King, Jr., Martin Luther`: the second of three belongs at the end.
      const [family = '', junior = '', given = ''] = parts
      if (parts.length === 1) return family
      return parts.length === 3 ? `${given} ${family} ${junior}` : inSpokenOrder(parts.join(', '))
    })
    .filter((name) => name !== '')
}

/** The parts between separators that stand in no braces. */
function split(text: string, separator: RegExp): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}') depth -= 1
    if (depth > 0 || !/[\s,]/.test(text[at] ?? '')) continue
    separator.lastIndex = at
    const found = separator.exec(text)?.[0] ?? ''
    if (found === '') continue
    parts.push(text.slice(start, at).trim())
    start = at + found.length
    at = start - 1
  }
  return [...parts, text.slice(start).trim()]
}
