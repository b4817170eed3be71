import { isKnownAgency } from './agencies.ts'

/** `headline` is without prefix and marks; `prefix` is as written, such as `UPDATE 2-`. */
export type Headline = { headline: string; prefix: string | null }

const tag =
  '(?:UPDATE|WRAPUP|WRAP-UP|LEAD|ADVISORY|ADVISER|CORRECTED|CORRECTION|CORRECTS|REFILE|REFILED|RPT|REPEAT|EXTRA|URGENT|' +
  'FLASH|SNAP|ALERT|BULLETIN|NEWSALERT|NEWSBREAK|EXCLUSIVE|ANALYSIS|FACTBOX|INSIGHT|TIMELINE|INTERVIEW|POLL|' +
  'SPECIAL REPORT|FEATURE|BRIEF|FOCUS|SNAPSHOT|PREVIEW|BREAKINGVIEWS|COLUMN|DIARY|ROUNDUP|GRAPHIC|EXPLAINER|' +
  'CHRONOLOGY|NEWSMAKER|PROFILE|OBITUARY|DEALTALK|WITNESS|SCENARIOS|HIGHLIGHTS|INSTANT VIEW|AMENDED|KILL|WITHDRAWAL|' +
  'EILMELDUNG|KORREKTUR|BERICHTIGUNG|ZUSAMMENFASSUNG|URGENTE|AVANCE|AMPLIACIÓN|CORRECCIÓN|ACTUALISATION)(?: \\d{1,2})?'
const ordinal =
  '\\d{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)[ -](?:LEAD|LD|UPDATE|ROUNDUP|TAKE|lead|Lead)(?:-(?:WRITETHRU|Writethru|writethru))?'
const mixed =
  '(?:Urgent|Roundup|Update|Updated|Correction|Corrected|Breaking|BREAKING|Eilmeldung|Urgente|Flash)'

const prefixes = [
  new RegExp(`^(?:${tag}|${ordinal})(?:[-/, ]{1,2}(?:${tag}|${ordinal}))*\\s?(?:[-–—:]|--)\\s*(?=\\S)`, 'u'),
  new RegExp(`^\\((?:${tag}|${ordinal})\\)\\s?[-–—:]?\\s*(?=\\S)`, 'u'),
  new RegExp(`^${mixed}:\\s+(?=\\S)`, 'u'),
]

const prefixAlone = new RegExp(
  `^\\(?(?:${tag}|${ordinal})(?:[-/, ]{1,2}(?:${tag}|${ordinal}))*\\)?[:=+]?$`,
  'u',
)

/** Marks of the end of the headline: Kyodo's `+`, dpa's and ats' `=`, ANPA's `<`. */
const endMark = /\s*[+=<]\s*$/

export function readHeadline(line: string): Headline {
  const bare = withoutAgencyMark(line.replace(endMark, '').trim())
  const prefix = prefixes.map((pattern) => pattern.exec(bare)?.[0]).find((found) => found !== undefined)
  if (prefix === undefined) return { headline: bare, prefix: null }
  return { headline: bare.slice(prefix.length).trim(), prefix: prefix.trim() }
}

/** `(ANSA) - Harbour to replace…` */
function withoutAgencyMark(line: string): string {
  const match = /^\(([^()]{2,30})\)\s*[-–—:]\s*(?=\S)/.exec(line)
  return match !== null && isKnownAgency(match[1]!) ? line.slice(match[0].length) : line
}

/** A line that is nothing but `EXTRA` or `1ST LEAD`. */
export function isPrefixLine(line: string): boolean {
  return line.length < 40 && prefixAlone.test(line.trim())
}

/** dpa and ats end the headline, and only that and the byline, with `=`. */
export function isMarkedHeadline(line: string): boolean {
  return /(?:\s=|\+)\s?$/.test(line.slice(-4))
}

/** The longest headlines of releases run to three lines of a page. */
const greatestLength = 250

/** Whether a line at the top could be the headline: short, and not a plain sentence with its full stop. */
export function couldBeHeadline(line: string): boolean {
  return line.length <= greatestLength && !/(?:[^.]\.|[,;])["'”’)]*$/.test(line) && /[\p{L}\p{N}]/u.test(line)
}
