import type { Span } from '../model/content.ts'
import { endsSentence } from '../text/paragraphs.ts'
import { isKnownAgency, soundsLikeAgency } from './agencies.ts'
import { dayAt, skipWeekday, type Day } from './dates.ts'
import { readEastAsianDateline } from './east-asian-dateline.ts'
import { isCapitals, isPlace } from './place.ts'

/** Spans count from the start of the paragraph; `lead` runs up to where the sentence starts. */
export type Dateline = {
  lead: Span
  place: Span | null
  date: Span | null
  agency: Span | null
  day: Day | null
}

/** The longest dateline of a release wire (place, province, country, date, two agencies) has about 120 units. */
const windowLength = 200

/**
 * The dateline that a paragraph opens with, or null. In doubt null: it takes an agency, a date, or a place in
 * capitals, and the shape that goes with it (section 3 of the research on imports). Cost does not depend on the
 * length of the paragraph.
 */
export function readDateline(paragraph: string): Dateline | null {
  const text = paragraph.slice(0, windowLength)
  return readEastAsianDateline(text) ?? readAgencyFirst(text, paragraph) ?? readFrom(text, 0, paragraph)
}

/** What follows the place, up to where the sentence starts. */
type Tail = { date: Span | null; day: Day | null; agency: Span | null; close: Close; end: number }

/** How the dateline ends. `edge` is the end of the paragraph. */
type Close = 'dash' | 'tightDash' | 'colon' | 'stop' | 'space' | 'edge'

/** `(ANSA) - ROME, OCT 5 - ` */
function readAgencyFirst(text: string, paragraph: string): Dateline | null {
  const match = /^\(([^()]{2,40})\)\s*[-–—.:]*\s*/.exec(text)
  if (match === null || !isKnownAgency(match[1]!)) return null
  const agency = { start: 1, end: 1 + match[1]!.length }
  const placed = readFrom(text, match[0].length, paragraph)
  if (placed?.place != null) return { ...placed, lead: { start: 0, end: placed.lead.end }, agency }
  if (!/[-–—:]/.test(match[0])) return null
  return { lead: { start: 0, end: match[0].length }, place: null, date: null, agency, day: null }
}

function readFrom(text: string, start: number, paragraph: string): Dateline | null {
  for (const end of [start, ...wordEnds(text, start)]) {
    const tail = readTail(text, end)
    if (tail === null || !isDateline(text.slice(start, end), tail, { text, paragraph })) continue
    const place = end === start ? null : { start, end }
    const { date, day, agency } = tail
    return { lead: { start: 0, end: tail.end }, place, date, agency, day }
  }
  return null
}

const word = /(?:['‘’]s-)?\p{L}[\p{L}\p{M}'’ʼ`.\u200c]*(?:-\p{L}[\p{L}\p{M}'’.]*)*/uy
const betweenWords = /,?\s{1,3}|,|\s?\/\s?/y

/** Where each of the first words ends. A full stop belongs to a word only if another word could follow (`ST. PAUL`). */
function wordEnds(text: string, start: number): number[] {
  const ends: number[] = []
  for (let at = start; ends.length < 24; ) {
    const match = matchAt(word, text, at)
    if (match === null) return ends
    const end = at + match[0].length
    if (match[0].endsWith('.')) ends.push(end - 1)
    ends.push(end)
    const gap = matchAt(betweenWords, text, end)
    if (gap === null) return ends
    at = end + gap[0].length
  }
  return ends
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const region = /\s?\[\p{L}[\p{L} .]{1,30}\]/uy
const beforeDate = /\s?[,.]?\s{0,3}/y
const betweenParts = /[\s,./|–—-]{0,6}/y

function readTail(text: string, at: number): Tail | null {
  // `New Delhi [India], October 5 (ANI): `
  const from = at + (matchAt(region, text, at)?.[0].length ?? 0)
  const early = readDay(text, from + matchAt(beforeDate, text, from)![0].length)
  const agency = readAgency(text, early?.end ?? from)
  const late = early ?? agency?.day ?? (agency && readDay(text, agency.end + matchAt(betweenParts, text, agency.end)![0].length))
  const end = Math.max(early?.end ?? from, agency?.end ?? 0, late?.end ?? 0)
  const close = readClose(text, end)
  if (close === null) return null
  const date = late ? { start: late.start, end: late.end } : null
  return { date, day: late?.value ?? null, agency: agency?.span ?? null, ...close }
}

function readDay(text: string, at: number): ReturnType<typeof dayAt> {
  return dayAt(text, skipWeekday(text, at))
}

type FoundAgency = { span: Span; end: number; day: ReturnType<typeof dayAt> }

const inBrackets = /[\s,.]{0,3}(?:[-–—]{1,3}\s?)?[([]\s?([^()[\]]{2,60})[)\]]/y
const inSlashes = /[\s,.]{1,3}\/\s?([^/]{2,40}?)\s?\//y
const bare = /[\s,.]{0,3}(?:[-–—]\s?)?(\p{L}[\p{L}.]*(?:[- ]\p{L}[\p{L}.]*){0,3})(?=[\s.,]*\s?[-–—:.])/uy

function readAgency(text: string, at: number): FoundAgency | null {
  const bracket = matchAt(inBrackets, text, at) ?? matchAt(inSlashes, text, at)
  if (bracket !== null) {
    const end = at + bracket[0].length
    return fromBracket(text, end - 1 - (bracket[0].length - 1 - bracket[0].lastIndexOf(bracket[1]!)), bracket[1]!, end)
  }
  const name = matchAt(bare, text, at)
  if (name === null) return null
  const end = at + name[0].length
  const length = knownLength(name[1]!)
  if (length === 0) return null
  const start = end - name[1]!.length
  return { span: { start, end: start + length }, end: start + length, day: null }
}
