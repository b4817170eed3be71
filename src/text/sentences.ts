import type { Block, Content, Span } from '../model/content.ts'
import { isAbbreviated } from './abbreviations.ts'
import { graphemeAround, trimSpan } from './grapheme-span.ts'

/**
 * The sentences of a text in order: none reaches over two blocks, list items or table cells, and each of those that holds
 * words has at least one; a line of code is one. No white space at the edges, and all of the blocks' text that is not
 * white space is in one of them.
 */
export function sentencesOf({ text, blocks }: Pick<Content, 'text' | 'blocks'>): Span[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return linesIn(text, block.span)
    return partsOf(block).flatMap((part) => sentencesIn(text, part))
  })
}

function partsOf(block: Block): Span[] {
  return block.kind === 'table' ? block.rows.flat() : [block.span]
}

function linesIn(text: string, { start, end }: Span): Span[] {
  const lines: Span[] = []
  let from = start
  for (const line of text.slice(start, end).split('\n')) {
    lines.push({ start: from, end: from + line.length })
    from += line.length + 1
  }
  return lines.flatMap((line) => trimmed(text, line))
}

/**
 * The sentences of one block. Intl.Segmenter (UAX #29) says where one may end; mended is what it takes for an end in
 * `Mr. Reed`, in `“Why?” he asked` and before an opening mark, and what it misses after `…`. A line break within the block
 * ends nothing. Linear in the length of the span.
 */
export function sentencesIn(text: string, { start, end }: Span): Span[] {
  const folded = foldForSegmenter(text.slice(start, end))
  const sentences: Span[] = []
  let from = 0
  for (const [limit, next] of pairs(limitsIn(folded))) {
    if (goesOn(folded, { from, limit, next })) continue
    const to = graphemeAround(text, start + beforeOpeners(folded, limit)).start - start
    if (to <= from) continue
    sentences.push(...trimmed(text, { start: start + from, end: start + to }))
    from = to
  }
  sentences.push(...trimmed(text, { start: start + from, end }))
  return sentences
}

function trimmed(text: string, span: Span): Span[] {
  const rest = trimSpan(text, span)
  return rest.start < rest.end ? [rest] : []
}

/** Of the same length: an ellipsis ends sentences as a full stop does, and a line break is a space. */
function foldForSegmenter(text: string): string {
  return text.replace(/\s/g, ' ').replaceAll('…', '.')
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/**
 * UTF-16 units segmented at once: Intl.Segmenter slows down with the length of its input (measured: 10,000 units take
 * 9 ms, a million 29 s). Longer than any sentence that was meant; one that is longer is cut.
 */
const windowLength = 4000

/** Where Intl.Segmenter ends a sentence, the end of the text left out. */
function* limitsIn(text: string): Generator<number> {
  let from = 0
  while (from < text.length) {
    const window = text.slice(from, from + windowLength)
    const starts = Array.from(segmenter.segment(window), ({ index }) => from + index)
    yield* starts.slice(1)
    // The last one may go on behind the window: it is read again from its start.
    const last = starts.at(-1) ?? from
    if (from + window.length >= text.length) return
    if (last === from) yield from + window.length
    from = last === from ? from + window.length : last
  }
}

/** Each limit with the one that follows it. */
function* pairs(limits: Iterable<number>): Generator<[number, number | null]> {
  let previous: number | null = null
  for (const limit of limits) {
    if (previous !== null) yield [previous, limit]
    previous = limit
  }
  if (previous !== null) yield [previous, null]
}

/** UTF-16 units on either side of a limit that tell whether it is one: longer than any abbreviation with what follows. */
const reach = 40

/** Whether the sentence that began at `from` goes on behind `limit`; the next limit is at `next`, null at the end. */
function goesOn(text: string, { from, limit, next }: { from: number; limit: number; next: number | null }) {
  const before = text.slice(Math.max(from, limit - reach), limit)
  const after = text.slice(limit, limit + reach)
  if (isBare(text.slice(limit, next ?? text.length))) return true
  if (limit - from <= reach && (isBare(before) || isEnumerator(before))) return true
  return isAbbreviated(before, after) || isAttributed(before, after) || isOmission(before)
}

/** Punctuation and pictures alone are no sentence. */
function isBare(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

function isEnumerator(text: string): boolean {
  return /^[^\p{L}\p{N}]*(?:\p{N}{1,3}|\p{L})[.)]+ *$/u.test(text)
}

/** `“Why?” he asked`, `「行く。」と述べた`. */
function isAttributed(before: string, after: string): boolean {
  if (/^["“‘'«([]?\p{Ll}/u.test(after)) return /[.!?]["”’'»)\]]* *$/u.test(before)
  return /[」』]$/u.test(before) && /^\p{sc=Hiragana}/u.test(after)
}

/** `We have ... Reed to thank`: dots that stand by themselves mark what was left out. */
function isOmission(before: string): boolean {
  return / (?:\.{1,3}|\. \. \.) *$/u.test(before)
}

/** Opening marks directly before the limit belong to the next sentence: Intl.Segmenter takes all marks for closing ones. */
function beforeOpeners(text: string, limit: number): number {
  let offset = limit
  while (offset > 0 && '“‘„«「『（《〈【([{'.includes(text.charAt(offset - 1))) offset--
  return offset
}
