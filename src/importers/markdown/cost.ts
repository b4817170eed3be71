/**
 * Micromark takes up to 0.3 ms for a line or a mark here (measured: list items, table rows, links), so this many
 * keep a file within a few seconds. The CommonMark specification has 20,000; a novel in Markdown about as many.
 */
const mostLinesAndMarks = 30_000

/** A thousand headings take 0.2 s, two thousand 0.9, ten thousand minutes: their cost grows with the square. */
const mostUnderlines = 1000

/** A run of 5,000 asterisks around a word takes 2 s, one of 10,000 takes 17. */
const longRun = /([*_~])\1{255}/

/** A thousand emphases in one another take 0.4 s, five thousand minutes. */
const mostEmphasis = 2000

/** Its stack ends at some thousands of nested quotations or lists; nobody writes hundreds. */
const deepNesting = /^(?:[ \t]{512}|(?:[ \t]{0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])){257})/m

/** A single line of 10 MB takes 30 s; a paragraph on one line has a few thousand characters. */
const longestLine = 100_000

/** Whether parsing a text as Markdown would take longer than a reader waits; it is then read as plain text. */
export function isTooCostly(text: string): boolean {
  if (longRun.test(text) || deepNesting.test(text)) return true
  if (text.split('\n').some((line) => line.length > longestLine)) return true
  if (hasMoreThan(mostUnderlines, text, /^ {0,3}(?:=+|-+)[ \t]*$/gm)) return true
  if (text.split('\n\n').some((paragraph) => hasMoreThan(mostEmphasis, paragraph, /[*_~]+/g))) return true
  return hasMoreThan(mostLinesAndMarks, text, /\n(?!\n)|[[\]*_`~<>|&@!\\]|^[ \t]*(?:[-+]|\d{1,9}[.)])[ \t]/gm)
}

function hasMoreThan(most: number, text: string, pattern: RegExp): boolean {
  let count = 0
  for (const _ of text.matchAll(pattern)) {
    count += 1
    if (count > most) return true
  }
  return false
}
