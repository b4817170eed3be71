import type { Span } from '../model/content.ts'
import { endsSentence } from '../text/paragraphs.ts'
import { isKnownAgency, soundsLikeAgency } from './agencies.ts'
import type { Dateline } from './dateline.ts'
import { dayAt, skipWeekday, type Day } from './dates.ts'
import { readEastAsianDateline } from './east-asian-dateline.ts'
import { isCapitals, isPlace } from './place.ts'

/** The longest dateline of a release wire (place, province, country, date, two agencies) has about 120 units. */
const windowLength = 200

/**
 * The dateline that a paragraph opens with, or null. In doubt null: it takes an agency, a date, or a place in
 * capitals, and the shape that goes with it (section 3 of the research on imports). Cost does not depend on the
 * length of the paragraph.
 */
export function readDateline(paragraph: string): Dateline | null {
  const text = paragraph.slice(0, windowLength)
  if (!couldOpen.test(text) || !hasSign.test(text)) return null
  return readEastAsianDateline(text) ?? readAgencyFirst(text, paragraph) ?? readFrom(text, 0, paragraph)
}

/** Most lines are ruled out by their first character, or because no sign parts a dateline from a sentence. */
const couldOpen = /^(?:[([【［（'‘’]|\d|(?:al|el)-|(?![\p{Ll}])\p{L})/u
const hasSign = /[-–—―−_([/【［（:]|电/

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

/** Where each of the first words ends. The full stop is part of `D.C.` and `Minn.`, not of `MOSCOW. Oct 5`. */
function wordEnds(text: string, start: number): number[] {
  const ends: number[] = []
  for (let at = start; ends.length < 24;) {
    const match = matchAt(word, text, at)
    if (match === null) return ends
    const end = at + match[0].length
    const hasStop = match[0].endsWith('.')
    const isShortened = text.slice(start, at).includes(',') || match[0].indexOf('.') < match[0].length - 1
    if (hasStop && !isShortened) ends.push(end - 1)
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
  const late =
    early ??
    agency?.day ??
    (agency && readDay(text, agency.end + matchAt(betweenParts, text, agency.end)![0].length))
  const end = Math.max(early?.end ?? from, agency?.end ?? 0, late?.end ?? 0)
  const close = readClose(text, end)
  if (close === null) return null
  const date = late ? { start: late.start, end: late.end } : null
  return { date, day: late?.value ?? null, agency: agency?.span ?? null, ...close }
}

function readDay(text: string, at: number): ReturnType<typeof dayAt> {
  return dayAt(text, skipWeekday(text, at))
}

type FoundAgency = { span: Span | null; end: number; day: ReturnType<typeof dayAt> }

const inBrackets = /[\s,.]{0,3}(?:[-–—]{1,3}\s?)?[([]\s?([^()[\]]{2,60})[)\]]/dy
const inSlashes = /[\s,.]{1,3}\/\s?([^/]{2,40}?)\s?\//dy
const bare = /[\s,.]{0,3}(?:[-–—]\s?)?(\p{L}[\p{L}.]*(?:[- ]\p{L}[\p{L}.]*){0,3}?)(?=[\s.,]{0,3}[-–—:.])/duy

function readAgency(text: string, at: number): FoundAgency | null {
  const closed = matchAt(inBrackets, text, at) ?? matchAt(inSlashes, text, at)
  if (closed !== null) return { ...readBracket(text, group(closed)), end: at + closed[0].length }
  const open = matchAt(bare, text, at)
  // Without brackets only a name in capitals after a place is an agency.
  if (open === null || at === 0 || !/^(?:\P{Ll}|dpa)/u.test(open[1]!) || !isKnownAgency(open[1]!)) return null
  return { span: group(open), end: at + open[0].length, day: null }
}

function group(match: RegExpExecArray): Span {
  const [start, end] = match.indices![1]!
  return { start, end }
}

/** `(Reuters)`, `(5 October 2026)`, `(Marketwired - Oct 5, 2026)` */
function readBracket(text: string, inner: Span): Omit<FoundAgency, 'end'> {
  const whole = readDay(text, inner.start)
  if (whole?.end === inner.end) return { span: null, day: whole }
  const joint = /[,–—-]\s+/g
  joint.lastIndex = inner.start
  const found = joint.exec(text)
  const day = found === null ? null : readDay(text, joint.lastIndex)
  if (found === null || day?.end !== inner.end) return { span: inner, day: null }
  const name = text.slice(inner.start, found.index).trimEnd()
  return { span: { start: inner.start, end: inner.start + name.length }, day }
}

const closes: readonly [Close, RegExp][] = [
  ['dash', /\s{0,2}[.,:]?(?:\s{1,2}(?:-{1,3}|[–—―−_])(?:\s?[–—-])?(?:\s+|$)|\s?(?:-{2,3}|[–—―])\s*)/y],
  ['tightDash', /\s{0,2}[.,:]?(?:[-_]\s+|\s+[-_]|[-–])(?=\D)\s*/y],
  ['colon', /\s?:\s+/y],
  ['stop', /\s?[./|]\s+/y],
  ['edge', /\.?\s*$/y],
  ['space', /\s+/y],
]

function readClose(text: string, at: number): { close: Close; end: number } | null {
  // A dateline longer than the window is none.
  if (at >= windowLength) return null
  for (const [close, pattern] of closes) {
    const match = matchAt(pattern, text, at)
    if (match !== null) return { close, end: at + match[0].length }
  }
  return null
}

type Surroundings = { text: string; paragraph: string }

function isDateline(place: string, tail: Tail, { text, paragraph }: Surroundings): boolean {
  const agency = tail.agency === null ? null : text.slice(tail.agency.start, tail.agency.end)
  if (place !== '' && !isPlace(place)) return false
  if (agency !== null) return isAgencyOf(place, agency, tail)
  if (place === '') return false
  if (tail.date !== null)
    return tail.close !== 'space' && (isDash(tail.close) || tail.close === 'edge' || isCapitals(place))
  return (
    tail.close === 'dash' &&
    isCapitals(place) &&
    startsSentence(paragraph, tail.end) &&
    endsSentence(paragraph)
  )
}

/** A known agency is believed in any dateline; another name only after a place in capitals or with a date. */
function isAgencyOf(place: string, agency: string, tail: Tail): boolean {
  if (isAcronymOf(agency, place) || soundsLikeAgency(place)) return false
  const isKnown = soundsLikeAgency(agency)
  if (tail.close === 'space')
    return isKnown && place !== '' && (tail.date !== null || isCapitals(place) || isLowerCase(agency))
  if (isKnown) return place !== '' || isDash(tail.close)
  if (!/^\p{L}[^\d]*$/u.test(agency) || agency.split(/\s+/).length > 4 || place === '') return false
  if (!isDash(tail.close)) return false
  return (
    tail.date !== null ||
    isWithoutCase(place, agency) ||
    (isCapitals(place) && /^[\p{Lu}\p{Lo}]/u.test(agency))
  )
}

/** Scripts without capitals cannot show a place by them: there a short name in brackets and a dash must do. */
function isWithoutCase(place: string, agency: string): boolean {
  return [place, agency].every((name) => !/[\p{Lu}\p{Ll}]/u.test(name) && name.split(/\s+/).length <= 3)
}

function isDash(close: Close): boolean {
  return close === 'dash' || close === 'tightDash'
}

/** `dpa` and `ats afp` write themselves so; the other agencies look like any acronym when no dash follows. */
function isLowerCase(agency: string): boolean {
  return agency === agency.toLowerCase() && agency !== agency.toUpperCase()
}

/** `North Atlantic Treaty Organization (NATO) - …` and the other way round. */
function isAcronymOf(agency: string, place: string): boolean {
  if (place === '') return false
  return (
    initials(place) === agency.replace(/\P{L}/gu, '').toUpperCase() ||
    initials(agency) === place.replace(/\P{L}/gu, '')
  )
}

function initials(name: string): string {
  const letters = name.split(/[^\p{L}]+/u).filter((part) => /^\p{Lu}/u.test(part))
  return letters.length < 2
    ? ''
    : letters
        .map((part) => part[0])
        .join('')
        .toUpperCase()
}

function startsSentence(paragraph: string, at: number): boolean {
  return /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"'“‘«„(¿¡]/u.test(paragraph.slice(at, at + 4))
}
