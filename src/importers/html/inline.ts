import type { Mark, Span } from '../../model/content.ts'
import { trimSpan } from '../../text/grapheme-span.ts'

/** Words and how they are set; the spans of the marks count from the start of the text. */
export type Inline = { text: string; marks: Mark[] }

type WithoutSpan<T> = T extends unknown ? Omit<T, 'span'> : never

/** How words may be set, whichever they are. */
export type Setting = WithoutSpan<Mark>

/** Words that are set; `key` is the same for the same setting. The end is infinite where it has not come yet. */
export type SetWords = { key: string; setting: Setting; start: number; end: number }

/** Two line breaks, and whatever blank stands between them. */
const gap = /\n\s*\n/g

/** Something that is seen: fillers of newsletters are made of spaces, joiners and soft hyphens. */
const visible = /[^\s\p{Default_Ignorable_Code_Point}]/u

/** The paragraphs that empty lines make of a text. `words` come in the order of their starts. */
export function paragraphsOf(text: string, words: readonly SetWords[]): Inline[] {
  const paragraphs: Inline[] = []
  let first = 0
  for (const span of spansBetweenGaps(text)) {
    while (first < words.length && words[first]!.end <= span.start) first += 1
    const inline = inlineAt(text, span, words.slice(first, firstAfter(words, first, span.end)))
    if (inline !== null) paragraphs.push(inline)
  }
  return paragraphs
}

/** Paragraphs as the lines of one text. */
export function joined(paragraphs: readonly Inline[]): Inline {
  const marks: Mark[] = []
  let start = 0
  for (const paragraph of paragraphs) {
    for (const mark of paragraph.marks) marks.push({ ...mark, span: moved(mark.span, start) })
    start += paragraph.text.length + 1
  }
  return { text: paragraphs.map((paragraph) => paragraph.text).join('\n'), marks }
}

export function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

function isVisible(text: string): boolean {
  return visible.test(text)
}

function* spansBetweenGaps(text: string): Generator<Span> {
  let start = 0
  for (const { 0: blank, index } of text.matchAll(gap)) {
    yield { start, end: index }
    start = index + blank.length
  }
  yield { start, end: text.length }
}

function firstAfter(words: readonly SetWords[], from: number, end: number): number {
  let index = from
  while (index < words.length && words[index]!.start < end) index += 1
  return index
}

/** What stands in a stretch of the text, without the white space around it; null where nothing is seen there. */
function inlineAt(text: string, stretch: Span, words: readonly SetWords[]): Inline | null {
  const { start, end } = trimSpan(text, stretch)
  const own = text.slice(start, end)
  if (!isVisible(own)) return null
  const marks: Mark[] = []
  const latest = new Map<string, Mark>()
  for (const { key, setting, start: from, end: to } of words) {
    const span = trimSpan(own, { start: Math.max(from - start, 0), end: Math.min(to, end) - start })
    if (span.start >= span.end) continue
    const before = latest.get(key)
    if (before?.span.end === span.start) before.span.end = span.end
    else {
      const mark = { ...setting, span }
      latest.set(key, mark)
      marks.push(mark)
    }
  }
  return { text: own, marks }
}
