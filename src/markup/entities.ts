import { parseFragment } from 'parse5'

/**
 * A declared text stands for a character or a name. With at most this much for the three characters of `&a;` a document grows
 * by twenty times at the very most: texts that refer to others are left alone, so nothing multiplies.
 */
const longestText = 60

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,31});/gi

/** Puts texts for references: those that a document declares, else those of HTML, which include XML's five. Others stay. */
export function expander(declared: ReadonlyMap<string, string>): (text: string) => string {
  const known = new Map<string, string>()
  for (const [name, text] of declared) {
    if (text.length <= longestText && !/[<%]|&(?!#)/.test(text))
      known.set(`&${name};`, text.replace(reference, inHtml))
  }
  return (text) =>
    text.replace(reference, (written) => {
      const found = known.get(written) ?? inHtml(written)
      known.set(written, found)
      return found
    })
}

function inHtml(written: string): string {
  const [node] = parseFragment(written).childNodes
  const text = node !== undefined && 'value' in node ? node.value : written
  // HTML reads the beginning of an unknown name: `&not` of `&nothing;`.
  return text.length > 2 && text.endsWith(';') ? written : text
}
