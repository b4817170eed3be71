import type { Furniture } from '../model/content.ts'
import { findParagraphs } from '../text/paragraphs.ts'
import { isKnownAgency } from './agencies.ts'
import { readByline } from './byline.ts'
import type { Dateline } from './dateline.ts'
import { readDateline } from './read-dateline.ts'
import type { Day } from './dates.ts'
import { unframe } from './framing.ts'
import { readHead, type Head } from './head.ts'
import { findOpening, type Opening } from './opening.ts'
import { readSignoff } from './signoff.ts'
import { readTail, type Tail } from './tail.ts'

/** A piece of news copy taken apart. Every word of the input is in `before`, `body` or `after`, in this order. */
export type Story = {
  /** Without prefix (`UPDATE 2-`) and end marks. */
  headline: string | null
  prefix: string | null
  slug: string | null
  /** Without the word "By". */
  byline: string | null
  bylineTitle: string | null
  source: string | null
  agency: string | null
  /** Without brackets: `Reporting by …; Editing by …`. */
  credit: string | null
  signoff: string | null
  /** Its spans count from the start of `body[datelineAt]`. */
  dateline: Dateline | null
  datelineAt: number | null
  /** Of the dateline, else of a line that is nothing but a date. */
  day: Day | null
  /** What a line under the story gives as the day of first publication. */
  firstPublished: Day | null
  before: Furniture[]
  body: string[]
  after: Furniture[]
}

/** Takes apart the text of a file with its line ends; see `readStory` for paragraphs. */
export function readCopy(text: string): Story {
  return readStory(findParagraphs(unframe(text), standsApart))
}

function standsApart(line: string): 'alone' | 'opens' | null {
  if (line.length < 80 && readSignoff(line) !== null) return 'alone'
  if (line.length < 160 && readByline(line) !== null && /^by\s/i.test(line)) return null
  if (
    /^[([]/.test(line) &&
    line.length < 160 &&
    /^[([]\s*(?:reporting|editing|writing|additional)\b/i.test(line)
  )
    return 'opens'
  return readDateline(line)?.place != null ? 'opens' : null
}

/** Paragraphs as `findParagraphs` gives them. Whatever is doubtful stays in the body. */
export function readStory(paragraphs: readonly string[]): Story {
  const opening = findOpening(paragraphs)
  const head = readHead(opening.above, opening.dateline !== null)
  const at = opening.dateline === null ? null : head.rest.length
  // The story has at least its dateline, or one paragraph.
  const tail = readTail([...head.rest, ...opening.below], (at ?? 0) + 1)
  return {
    headline: head.headline,
    prefix: head.prefix,
    slug: head.slug,
    byline: head.byline ?? tail.byline,
    bylineTitle: head.bylineTitle ?? tail.bylineTitle,
    source: head.source ?? tail.source,
    agency: agencyOf(opening, head, tail),
    credit: tail.credit,
    signoff: tail.signoff,
    dateline: opening.dateline,
    datelineAt: at,
    day: opening.dateline?.day ?? head.day,
    firstPublished: tail.firstPublished,
    before: head.furniture,
    body: tail.body,
    after: tail.furniture,
  }
}

/** The dateline knows best; then who signs, over the story and under it. */
function agencyOf(opening: Opening, head: Head, tail: Tail): string | null {
  const span = opening.dateline?.agency
  if (span != null) return opening.below[0]!.slice(span.start, span.end)
  const found = agencyBehind(head.byline) ?? agencyBehind(head.bylineTitle) ?? head.agency ?? tail.agency
  return found ?? agencyBehind(tail.byline)
}

/** `PA` of `Mara Ellison, PA`, `Associated Press` of `Associated Press Writer`. */
function agencyBehind(signature: string | null): string | null {
  const last = signature
    ?.split(', ')
    .at(-1)
    ?.replace(/ (?:staff )?(?:writers?|reporters?|correspondents?|editors?)$/i, '')
  if (last === undefined || !isKnownAgency(last)) return null
  return /^reuters?$/i.test(last) ? 'Reuters' : last
}
