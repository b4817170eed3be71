/**
 * Knows lines that stand apart although no empty line says so: `alone` is a paragraph by itself (a sign-off),
 * `opens` starts one (a dateline), null is any other line.
 */
export type StandsApart = (line: string) => 'alone' | 'opens' | null

/** A line without its white space at the ends, and what that white space told. */
type Line = { text: string; indent: number; isFlowed: boolean }

/** How the lines of one file are broken; found once, over all of it. */
type Habit = { isWrapped: boolean; width: number }

/**
 * The paragraphs of a text. Hard wraps are undone: the lines of one paragraph are joined with a space (without one
 * between ideographs and after a hyphen inside a word). A line end that is meant, as in verse, addresses and lists,
 * stays as "\n". No other character changes; white space at the ends of lines goes.
 *
 * What counts as a hard wrap: a line that the next line's first word would have carried over the file's width,
 * if that is so of most lines that end in mid-sentence; a line that ends in a single space (RFC 3676); and an
 * indented line starts a paragraph, save in verse. Linear in the length of the text.
 */
export function findParagraphs(text: string, standsApart: StandsApart = () => null): string[] {
  const chunks = chunksOf(text)
  const habit = habitOf(chunks, standsApart)
  return chunks.flatMap((chunk) => paragraphsOf(chunk, habit, standsApart))
}

/** Runs of lines between empty ones. */
function chunksOf(text: string): Line[][] {
  const chunks: Line[][] = [[]]
  for (const raw of text.split(/[\n\f\v]/)) {
    const line = lineOf(raw)
    if (line.text !== '') chunks.at(-1)!.push(line)
    else if (chunks.at(-1)!.length > 0) chunks.push([])
  }
  return chunks.filter((chunk) => chunk.length > 0)
}

function lineOf(raw: string): Line {
  const text = raw.trim()
  const start = raw.length - raw.trimStart().length
  // A tab and an ideographic space (CJK paragraphs open with two) are wider than a space.
  const indent = Array.from(raw.slice(0, Math.min(start, 100)), (space) => (/[\t\u3000]/.test(space) ? 4 : 1))
  const isFlowed = raw.length - start === text.length + 1 && raw.endsWith(' ')
  return { text, indent: indent.reduce((sum, width) => sum + width, 0), isFlowed }
}

/** A single space in front of a line is a slip more often than an indent. */
const leastIndent = 2

/** The narrowest column in use (the Kyodo and ANPA feeds) is near 55; below this, lines are short for other reasons. */
const leastWidth = 45

/** Mail and wire copy wrap at 60 to 80, some editors at 100 or 120; longer lines are paragraphs. */
const greatestWidth = 130

function habitOf(chunks: readonly Line[][], standsApart: StandsApart): Habit {
  const width = widthOf(chunks.flat(), standsApart)
  if (width < leastWidth || width > greatestWidth) return { isWrapped: false, width }
  let forced = 0
  let free = 0
  for (const [line, next] of chunks.flatMap(breaksOf)) {
    if (next.indent >= leastIndent || endsSentence(line.text)) continue
    if (isForced(line, next, width)) forced += 1
    else free += 1
  }
  // Headlines and sign-offs without empty lines around them are free breaks of wrapped files, too.
  return { isWrapped: forced >= 1 && forced >= free, width }
}

/** The longest line tells; but a dateline was often put in front of a line that was wrapped without it. */
function widthOf(lines: readonly Line[], standsApart: StandsApart): number {
  let width = 0
  for (const line of lines) {
    const isWider = line.text.length > width && !hasLongWord(line)
    if (isWider && standsApart(line.text) !== 'opens') width = line.text.length
  }
  return width
}

/** A web address does not tell the width of the column it sticks out of. */
function hasLongWord(line: Line): boolean {
  return line.text.length > leastWidth && /\S{45}/.test(line.text) && !isIdeographic(line.text[0]!)
}

function breaksOf(chunk: readonly Line[]): [Line, Line][] {
  return chunk.slice(1).map((next, index) => [chunk[index]!, next])
}

/** The next line's first word would not have fitted: whoever wrapped the text had to break here. */
function isForced(line: Line, next: Line, width: number): boolean {
  const space = next.text.search(/\s/)
  const word = isIdeographic(next.text[0]!) ? 1 : space === -1 ? next.text.length : space
  return line.text.length + 1 + word > width
}

function paragraphsOf(chunk: readonly Line[], habit: Habit, standsApart: StandsApart): string[] {
  const margin = chunk.reduce((min, line) => Math.min(min, line.indent), Infinity)
  const verse = isVerse(chunk)
  const paragraphs: string[][] = []
  let previous: Line | null = null
  let isClosed = true
  let isIndented = false
  for (const line of chunk) {
    const apart = standsApart(line.text)
    const starts = !verse && line.indent - margin >= leastIndent
    const link: Link =
      previous === null || isClosed || apart !== null || starts
        ? 'paragraph'
        : linkOf(previous, line, { ...habit, isIndented })
    if (link === 'paragraph') {
      paragraphs.push([line.text])
      isIndented = starts
    } else paragraphs.at(-1)!.push(link === 'break' ? '\n' : glueOf(previous!.text, line.text), line.text)
    isClosed = apart === 'alone'
    previous = line
  }
  return paragraphs.map((parts) => parts.join(''))
}

/** Lines are set in and out in turns although none of them ends a sentence. */
function isVerse(chunk: readonly Line[]): boolean {
  const turns = breaksOf(chunk).filter(
    ([line, next]) => next.indent > line.indent && !endsSentence(line.text) && line.text.length < leastWidth,
  )
  return turns.length >= 2 && turns.length >= chunk.length / 4
}

type Link = 'wrap' | 'break' | 'paragraph'

function linkOf(line: Line, next: Line, habit: Habit & { isIndented: boolean }): Link {
  if (isItem(next.text)) return 'break'
  if (line.isFlowed) return 'wrap'
  // Where paragraphs open with an indent, a line without one goes on; a very short line before it is none of a column.
  if (habit.isIndented && line.text.length >= leastWidth / 2) return 'wrap'
  if (habit.isWrapped) {
    if (isForced(line, next, habit.width)) return 'wrap'
    return endsSentence(line.text) && !isShort(line, habit.width) ? 'paragraph' : 'break'
  }
  if (Math.max(line.text.length, next.text.length) > greatestWidth) return 'paragraph'
  return endsSentence(line.text) && line.text.length >= leastWidth ? 'paragraph' : 'break'
}

/** An address or a verse line, as against the last line of a paragraph. */
function isShort(line: Line, width: number): boolean {
  return line.text.length < width / 4
}

function isItem(text: string): boolean {
  return /^(?:[-*•◦‣–—+]|\d{1,3}[.)])\s/.test(text)
}

/** A full stop of any script, with the quotation marks and brackets that may follow it. */
export function endsSentence(text: string): boolean {
  return /[.!?…։؟۔。！？।:][\s"'”’»›)\]」』]*$/.test(text.slice(-12))
}

/** What joins two lines of one sentence: a space, but nothing between ideographs or inside a hyphened word. */
export function glueOf(before: string, after: string): '' | ' ' {
  if (isIdeographic(before.at(-1) ?? '') && isIdeographic(after[0] ?? '')) return ''
  return /[\p{L}\p{N}][-‐]$/u.test(before.slice(-4)) && /^\p{L}/u.test(after.slice(0, 2)) ? '' : ' '
}

/** Chinese and Japanese are written without spaces; Korean is not. */
function isIdeographic(character: string): boolean {
  return /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]/.test(character)
}
