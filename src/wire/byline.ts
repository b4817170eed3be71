import { isKnownAgency, soundsLikeAgency } from './agencies.ts'

/** `byline` is without the word "By"; `title` is what the writer is, where the line says so (`Staff Writer`). */
export type Byline = { byline: string; title: string | null }

/** "By" in the languages whose wires sign with it. */
const by = /^(?:by|par|por|von|di|door|av|af|da)(?::\s*|\s+)(?=\S)/i

/** Longer lines that begin with "By" are sentences. */
const greatestLength = 160

/**
 * `By Mara Ellison and Jo Reed`, `By MARA ELLISON, Example News`, `Mara Ellison, Staff Writer`. Null for lines that
 * only begin so: `By the sea: a walk`.
 */
export function readByline(raw: string): Byline | null {
  if (raw.length > greatestLength) return null
  const line = raw.replace(/\s*[=<]\s*$/, '').trim()
  if (line.includes('\n') || /[:;?!]/.test(line.replace(by, ''))) return null
  return by.test(line) ? readAfterBy(line.replace(by, '').trim()) : readUnmarked(line)
}

function readAfterBy(rest: string): Byline | null {
  const parts = rest.split(/,\s+/)
  const last = parts.length > 1 ? parts.at(-1)! : ''
  if (
    !isNames(parts[0]!) &&
    !(isKnownAgency(last) && isShortName(parts[0]!)) &&
    !isStaff(rest) &&
    !soundsLikeAgency(rest)
  ) {
    return null
  }
  if (!parts.slice(1).every((part) => isNames(part) || isAffiliation(part))) return null
  const title = parts.slice(1).join(', ')
  if (isTitle(last) && !isKnownAgency(last)) return { byline: parts[0]!, title }
  return { byline: rest, title: null }
}

/** `Mara Ellison, The Canadian Press` */
function readUnmarked(line: string): Byline | null {
  const [name = '', ...rest] = line.split(/,\s+|\s+[|–—]\s+/)
  const title = rest.join(', ')
  if (title === '' || title.split(' ').length > 8 || /[.]$/.test(line)) return null
  return isNames(name) && isFullName(name) && (isTitle(title) || isKnownAgency(title))
    ? { byline: name, title }
    : null
}

const conjunction = /\s+(?:and|und|et|y|e|en|och|og|with|&|in|for)\s+/i

/** One or more persons: each of two to five words with capitals; the first not of a single word (`By Land and Sea`). */
function isNames(text: string): boolean {
  const names = text.split(conjunction)
  return isFullName(names[0]!) && names.every((name) => isName(name))
}

function isName(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length <= 5 && words.every((word, index) => isNameWord(word) || (index > 0 && isNameParticle(word)))
  )
}

function isFullName(text: string): boolean {
  return isName(text) && text.split(/\s+/).filter(isNameWord).length >= 2
}

/** A capital first, or a script without capitals; with the full stops of `M.E.` and `Jr.` */
function isNameWord(word: string): boolean {
  return /^(?:[dlo]['’]|al-|el-)?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u.test(word)
}

function isNameParticle(word: string): boolean {
  return /^(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ten|ter|te|zu|zur|bin|bint|ibn|ben|el|al|y|e|of|the|st\.?)$/.test(
    word,
  )
}

function isShortName(text: string): boolean {
  return text.split(/\s+/).length <= 5 && /^[\p{L}\p{M}.'’ -]+$/u.test(text)
}

function isStaff(text: string): boolean {
  return /^(?:an?|our|the|special|staff)?\s*(?:own |special |staff |political |diplomatic |foreign )*(?:staff|reporters?|correspondents?|writers?|agencies)(?: reporters?| writers?)?$/i.test(
    text,
  )
}

function isAffiliation(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length <= 8 &&
    words.every(
      (word) =>
        /^[\p{Lu}\p{Lo}\d&]/u.test(word) || /^(?:of|the|and|for|in|at|dpa|ats|sda|reuters)$/.test(word),
    )
  )
}

const titleWords =
  /\b(?:writers?|reporters?|correspondents?|editors?|columnists?|staff|bureau|journalists?|critics?|contributors?|redaktion|korrespondentin|korrespondent|redacción|corresponsal|correspondant|correspondante|envoyée? spéciale?)\b/iu

function isTitle(text: string): boolean {
  return titleWords.test(text)
}

/** The line under a byline: `Associated Press Writer`, `Reuters`. */
export function isBylineTitle(raw: string): boolean {
  if (raw.length > greatestLength) return false
  const line = raw.replace(/\s*[=<]\s*$/, '').trim()
  if (line.split(/\s+/).length > 8 || /[.!?:;]$/.test(line)) return false
  return soundsLikeAgency(line) || (isTitle(line) && isAffiliation(line))
}

/** `Mara Ellison` alone on a line, which is a byline only where a title stands under it. */
export function isBareName(line: string): boolean {
  return line.length < 80 && isNames(line.trim())
}
