/** A page whose formulas were put aside: of each a sign and its text stay where it stood. */
export type WithoutFormulas = { html: string; formulas: string[] }

/**
 * Puts a page's formulas aside while the page is taken apart: a formula has some thirty elements, none of them matters there, and
 * a book may have ten thousand formulas.
 */
export function withoutFormulas(html: string): WithoutFormulas {
  const formulas: string[] = []
  const parts: string[] = []
  let done = 0
  for (const { index: start } of html.matchAll(/<math[\s>]/g)) {
    // One within another is a part of that.
    if (start < done) continue
    const end = html.indexOf(closing, start)
    if (end === -1) break
    const formula = html.slice(start, end + closing.length)
    parts.push(html.slice(done, start), `<math ${mark}="${formulas.length}">${wordsIn(formula)}${closing}`)
    formulas.push(formula)
    done = end + closing.length
  }
  return { html: parts.join('') + html.slice(done), formulas }
}

/** Puts formulas back into any part of their page. */
export function withFormulas(html: string, formulas: readonly string[]): string {
  return html.replace(place, (sign, number: string) => formulas[Number(number)] ?? sign)
}

const closing = '</math>'
const mark = 'data-lectern-formula'
const place = new RegExp(`<math ${mark}="(\\d+)">[^<]*</math>`, 'g')

function wordsIn(formula: string): string {
  return formula.replace(/<[^<>]*>|</g, '')
}
