import type { Furniture, FurniturePart } from '../model/content.ts'
import { isKnownAgency } from './agencies.ts'
import { isBareName, isBylineTitle, readByline } from './byline.ts'
import { readDateLine, type Day } from './dates.ts'
import { couldBeHeadline, isMarkedHeadline, isPrefixLine, readHeadline } from './headline.ts'
import { isNoticeAbove, readSource } from './notice.ts'
import { isServiceLine, readSlug } from './slug.ts'

/** What stands over the story. `rest` are the paragraphs that are none of it. */
export type Head = {
  headline: string | null
  prefix: string | null
  slug: string | null
  byline: string | null
  bylineTitle: string | null
  source: string | null
  agency: string | null
  day: Day | null
  furniture: Furniture[]
  rest: string[]
}

/** `part` is null for a line that could be the headline or the text itself. */
type Line = { text: string; paragraph: number; part: FurniturePart | null }

/** No head is longer, and what comes later is text whatever it looks like. */
const mostLines = 20

/**
 * Reads the lines over the story. Where a dateline follows, all lines are looked at and what is not understood is
 * left over; where none does, reading stops at the first line that is not understood.
 */
export function readHead(paragraphs: readonly string[], hasDateline: boolean): Head {
  const single = classify(linesOf(paragraphs))
  const headline = findHeadline(single, hasDateline)
  const lines = hasDateline ? withWholeHeadline(single, headline) : single
  const known = withHeadline(lines, headline)
  const stop = hasDateline ? known.length : endOfHead(known)
  const head = known.slice(0, stop).filter((line) => line.part !== null)
  const rest = known.filter((line, index) => index >= stop || line.part === null)
  return {
    ...factsOf(head),
    furniture: head.map(furnitureOf),
    rest: [...regroup(rest), ...paragraphsAfter(paragraphs, lines)],
  }
}

function linesOf(paragraphs: readonly string[]): Line[] {
  const lines: Line[] = []
  for (const [paragraph, text] of paragraphs.entries()) {
    if (lines.length >= mostLines) break
    for (const line of text.split('\n')) lines.push({ text: line, paragraph, part: null })
  }
  return lines
}

function paragraphsAfter(paragraphs: readonly string[], lines: readonly Line[]): string[] {
  return paragraphs.slice((lines.at(-1)?.paragraph ?? -1) + 1)
}

function classify(lines: readonly Line[]): Line[] {
  const known: Line[] = []
  for (const [index, line] of lines.entries()) {
    known.push({
      ...line,
      part: partOf(line.text, { index, next: lines[index + 1]?.text, above: known.at(-1)?.part ?? null }),
    })
  }
  return known
}

type Context = { index: number; next: string | undefined; above: FurniturePart | null }

function partOf(line: string, { index, next, above }: Context): FurniturePart | null {
  if (readSource(line) !== null) return 'source'
  if (isNoticeAbove(line) || (index < 3 && isServiceLine(line))) return 'note'
  if (isPrefixLine(line)) return 'prefix'
  if (readDateLine(line) !== null) return 'date'
  if (readByline(line) !== null) return 'byline'
  if (above === 'byline' && isBylineTitle(line)) return 'bylineTitle'
  if (index > 0 && isBareName(line) && next !== undefined && isBylineTitle(next)) return 'byline'
  if (index > 0 && line.length < 40 && isKnownAgency(line)) return 'credit'
  return null
}

/** The index of the headline among the lines, or -1. */
function findHeadline(lines: readonly Line[], hasDateline: boolean): number {
  const open = (line: Line): boolean => line.part === null
  const marked = lines.findIndex((line) => open(line) && isMarkedHeadline(line.text))
  if (marked !== -1) return marked
  const first = lines.findIndex(open)
  if (first === -1) return -1
  const second = lines.findIndex((line, index) => index > first && open(line))
  const hasSlug = readSlug(lines[first]!.text) !== null && second !== -1
  const found = hasSlug && couldBeHeadline(lines[second]!.text) ? second : first
  if (hasDateline) return lines[found]!.text.length <= 300 ? found : -1
  const hasMore = found < lines.length - 1
  return hasMore && couldBeHeadline(lines[found]!.text) ? found : -1
}

/** Gives the headline its part, and what is left over it the slug's. */
function withHeadline(lines: readonly Line[], headline: number): Line[] {
  return lines.map((line, index) => {
    if (index === headline) return { ...line, part: 'headline' }
    if (index < headline && line.part === null) return { ...line, part: 'slug' }
    return line
  })
}

/** A headline in capitals over several lines is one: nothing else over a dateline is written so. */
function withWholeHeadline(lines: readonly Line[], headline: number): Line[] {
  const first = lines[headline]
  const next = lines[headline + 1]
  if (!first || next?.part !== null || next.paragraph !== first.paragraph) return [...lines]
  if (!isInCapitals(first.text) || !isInCapitals(next.text)) return [...lines]
  const whole = { ...first, text: `${first.text} ${next.text}` }
  return withWholeHeadline([...lines.slice(0, headline), whole, ...lines.slice(headline + 2)], headline)
}

function isInCapitals(line: string): boolean {
  return /\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line)
}

function endOfHead(lines: readonly Line[]): number {
  const stop = lines.findIndex((line) => line.part === null)
  // A text of nothing but head lines is a text all the same.
  return stop === -1 ? 0 : stop
}

function factsOf(head: readonly Line[]): Omit<Head, 'furniture' | 'rest'> {
  const first = (part: FurniturePart): string | null => head.find((line) => line.part === part)?.text ?? null
  const title = first('headline')
  const headline = title === null ? null : readHeadline(title)
  const bylineText = first('byline')
  const byline = bylineText === null ? null : (readByline(bylineText) ?? { byline: bylineText, title: null })
  const slug = first('slug')
  const date = first('date')
  return {
    headline: headline?.headline ?? null,
    prefix: headline?.prefix ?? first('prefix'),
    slug: slug === null ? null : (readSlug(slug) ?? slug),
    byline: byline?.byline ?? null,
    bylineTitle: byline?.title ?? withoutMark(first('bylineTitle')),
    source: readSource(first('source') ?? ''),
    agency: first('credit'),
    day: date === null ? null : readDateLine(date),
  }
}

function withoutMark(line: string | null): string | null {
  return line === null ? null : line.replace(/\s*[=<]\s*$/, '')
}

function furnitureOf(line: Line): Furniture {
  return { part: line.part ?? 'note', position: 'before', text: line.text }
}

/** Lines of one paragraph that stayed together are one paragraph again. */
function regroup(lines: readonly Line[]): string[] {
  const groups: { paragraph: number; text: string }[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (last?.paragraph === line.paragraph) last.text += `\n${line.text}`
    else groups.push({ paragraph: line.paragraph, text: line.text })
  }
  return groups.map((group) => group.text)
}
