import { glueOf } from '../../text/paragraphs.ts'
import type { Line } from './line.ts'
import type { Run } from './run.ts'

/** The text of lines, and where in it each run stands. */
export type Passage = { text: string; places: Place[] }
export type Place = { page: number; run: Run; start: number; end: number }

/** How the document itself writes words, by which a hyphen at the end of a line is judged. */
export type Words = ReadonlySet<string>

const hyphenAtEnd = /(\p{L}+)[-\u2010\u00ad]$/u

/** All words of a document that no line end breaks, in lower case, hyphens and all. */
export function wordsOf(lines: readonly string[]): Words {
  const words = new Set<string>()
  lines.forEach((line, i) => {
    const isSecondHalf = hyphenAtEnd.test(lines[i - 1] ?? '')
    const whole = line.replace(hyphenAtEnd, '').replace(isSecondHalf ? /^\p{L}+/u : /^$/, '')
    const all = whole.toLowerCase().match(/\p{L}+(?:[-\u2010]\p{L}+)*/gu) ?? []
    for (const word of all) words.add(word.replaceAll('\u2010', '-'))
  })
  return words
}

/** Joins lines: word breaks are undone, and what else ends a line is a space, or nothing between ideographs. */
export function passageOf(lines: readonly (Line & { page: number })[], words: Words): Passage {
  const passage: Passage = { text: '', places: [] }
  for (const { runs, page } of lines) {
    if (passage.text !== '') joinTo(passage, runs[0]!.text, words)
    addRuns(passage, runs, page)
  }
  return passage
}

/** Lines as they are, one below the other. */
export function verbatimOf(lines: readonly (Line & { page: number })[]): Passage {
  const passage: Passage = { text: '', places: [] }
  for (const { runs, page } of lines) {
    if (passage.text !== '') passage.text += '\n'
    addRuns(passage, runs, page)
  }
  return passage
}

function addRuns(passage: Passage, runs: readonly Run[], page: number): void {
  runs.forEach((run, i) => {
    if (i > 0 && run.isApart) passage.text += ' '
    const start = passage.text.length
    passage.text += run.text
    passage.places.push({ page, run, start, end: passage.text.length })
  })
}

/** Ends the text so far in the way in which `next` goes on with it. */
function joinTo(passage: Passage, next: string, words: Words): void {
  const first = hyphenAtEnd.exec(passage.text)?.[1]
  const second = /^\p{L}+/u.exec(next)?.[0].toLowerCase()
  if (first === undefined || second === undefined) {
    passage.text += glueOf(passage.text, next)
    return
  }
  const isName = /^\p{Lu}/u.test(next) && !words.has(first.toLowerCase() + second)
  if (isName || keepsHyphen(first.toLowerCase(), second, { words, sign: passage.text.at(-1)! })) return
  passage.text = passage.text.slice(0, -1)
  const last = passage.places.at(-1)!
  passage.places[passage.places.length - 1] = { ...last, end: passage.text.length }
}

/** Shorter halves of a broken word are words by chance: `in-formation`. */
const leastHalf = 4

/**
 * A hyphen goes, unless the document has the two halves with a hyphen elsewhere, or both of them as words of their own, and not
 * the word that they make.
 */
function keepsHyphen(
  first: string,
  second: string,
  { words, sign }: { words: Words; sign: string },
): boolean {
  if (sign === '\u00ad' || words.has(first + second)) return false
  const areWords = [first, second].every((half) => half.length >= leastHalf && words.has(half))
  return areWords || words.has(`${first}-${second}`)
}
