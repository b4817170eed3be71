import { soundsLikeAgency } from './agencies.ts'
import { dayAt, type Day } from './dates.ts'

/** What a line under the story gives. `credit` is without brackets; null where the line only tells of rights. */
export type Credit = { credit: string | null; agency: string | null; firstPublished: Day | null }

/** Longer ones are paragraphs of the story. */
const greatestLength = 600

const work =
  '(?:additional |further )?(?:reporting|reported|writing|written|editing|edited|compiled|translated|produced|' +
  'reportage|rédigé|rédaction|édité|version française|reporte|reportaje|editado|escrito|redacción|traducido|' +
  'reportagem|edição|bericht|berichtet|geschrieben|redigiert|bearbeitet|redazione|in redazione)'
const crew = new RegExp(
  `^[([]?\\s*(${work}\\s*(?:by|par|por|de|von|da|:|del|d['’]).*?)[\\s.]*[)\\]]?[\\s.]*$`,
  'isu',
)
const bracketed = /^[([].*[)\]]\.?$/s
const firstPublished =
  /^this (?:report|story|article) by (.{2,60}?) was first published (?:on )?(.{3,30}?)\.?$/i
const distributed = /\b(distributed by .+?)[\s.]*$/i
const rights = /^(?:©|\(c\)|copyright\b)/i
const helped = /\bcontributed to this (?:report|story)\.?$/i

export function readCredit(raw: string): Credit | null {
  const line = raw.replace(/\s+/g, ' ').trim()
  if (line.length > greatestLength) return null
  return readCrew(line) ?? readFirstPublished(line) ?? readRights(line)
}

function readCrew(line: string): Credit | null {
  // What comes after the bracket, such as an address in brackets of its own, is not the crew's.
  const match = crew.exec(/^[([][^()[\]]+[)\]]/.exec(line)?.[0] ?? line)
  // "Reporting by the Times showed that …" is a sentence: most of its words begin small.
  if (match === null || !(bracketed.test(line) || mostlyNames(match[1]!))) return null
  return { credit: match[1]!, agency: null, firstPublished: null }
}

function mostlyNames(text: string): boolean {
  const words = text
    .split(' ')
    .filter((word) => !/^(?:by|and|in|the|for|de|et|y|und|von|par|por)$/.test(word))
  return words.filter((word) => /^[\p{Lu}\p{Lo}]/u.test(word)).length >= words.length * 0.6
}

/** `This report by The Canadian Press was first published Oct. 5, 2026.` */
function readFirstPublished(line: string): Credit | null {
  const match = firstPublished.exec(line)
  if (match === null) return null
  return { credit: match[1]!, agency: match[1]!, firstPublished: dayAt(match[2]!, 0)?.value ?? null }
}

function readRights(line: string): Credit | null {
  if (helped.test(line) && line.length < 300) return { credit: line, agency: null, firstPublished: null }
  const isRights = rights.test(line)
  if (!isRights && !/^distributed by /i.test(line)) return null
  return { credit: distributed.exec(line)?.[1] ?? null, agency: null, firstPublished: null }
}

/** `By Tasnim News Agency` under the story. */
export function readAgencyCredit(line: string): string | null {
  const match = /^(?:by|par|por|von|source|quelle|fuente|fonte|منبع|المصدر)[:\s]\s*(.{2,80}?)\.?$/i.exec(
    line.trim(),
  )
  return match !== null && soundsLikeAgency(match[1]!) ? match[1]! : null
}
