import { isKnownAgency } from './agencies.ts'

/** `signoff` is as written; `agency` is what it says about where the story is from. */
export type Signoff = { signoff: string; agency: string | null }

const reuter = /^\(?reuters?\)?\s*(?:&#\d+;)?$/i
const end = /^[-–—_*~=(\s]*(?:ends?|fin|ende|end of (?:story|text))[-–—_*~=)\s.!]*$/i
const thirty = /^[-–—\s]*(?:30|0|xxx)[-–—\s]*$/i
const marks = /^(?:#\s?){1,5}$|^\/{2,4}$|^\*{3}$/
const initials = /^\(?\p{L}{2,5}(?:-\p{L}{2,4})?(?:\/\p{L}{2,6}){1,4}(?:\/\d+)?\)?$/u
const agencyInitials = /^(?<agency>\p{L}{2,8}) (?:\p{Ll}{2,3} ?){1,4}$/u
const timestamp = /^\d{6}\s?(?:GMT|UTC|CES?T|E[SD]T|BST)\b.{0,20}$|^AP-[A-Z]{2}-\d\d-\d\d-\d\d\s.{0,12}$/

/** A line that ends the story and says nothing else: `ENDS`, `REUTER`, `ab/cd/ef`, `(SDA/sj)`, `==Kyodo`. */
export function readSignoff(raw: string): Signoff | null {
  const line = raw.trim()
  if (line.length > 60) return null
  if (reuter.test(line)) return { signoff: line, agency: 'Reuters' }
  if ([end, thirty, marks, timestamp].some((pattern) => pattern.test(line)))
    return { signoff: line, agency: null }
  const name = line.replace(/^[=(\s-]+|[=).\s-]+$/g, '')
  if (isKnownAgency(name) && name === line.replace(/[=().\s-]/g, '')) return { signoff: line, agency: name }
  if (initials.test(line)) return { signoff: line, agency: agencyIn(name) }
  const signed = agencyInitials.exec(line)?.groups?.['agency']
  return signed !== undefined && isKnownAgency(signed) ? { signoff: line, agency: signed } : null
}

/** `SDA` of `(SDA/sj)` */
function agencyIn(name: string): string | null {
  const first = name.split('/')[0]!
  // Initials in lower case may be those of an agency by chance.
  return first === first.toUpperCase() && isKnownAgency(first) ? first : null
}

/** What stands between two parts of AP copy, and before what follows the story. */
export function isRule(line: string): boolean {
  return /^(?:_{2,}|-{3,}|\*(?: ?\*){2,}|={3,})$/.test(line.trim())
}

/** The sign-off at the end of a paragraph, which stays part of it: ` PTI MRE`, ` EFE`, ` (ANSA).` */
export function trailingSignoff(paragraph: string): Signoff | null {
  const match = /[.!?”"»]\s?(\(?(\p{Lu}{2,6})\)?(?: \p{Lu}{2,4}){0,4}\.?)$/u.exec(paragraph.slice(-40))
  if (match === null || !isKnownAgency(match[2]!)) return null
  return { signoff: match[1]!, agency: match[2]! }
}
