import { namesLine } from '../person-names.ts'
import { webAddress } from '../services/address.ts'
import { noteOf } from '../services/notes.ts'
import { blank, hashOf, type SavedFacts } from '../services/service.ts'

/** What a bibliography says of a work, in whatever format; texts are plain. */
export type Reference = {
  title: string | null
  /** As they are spoken. Those of the editors where there are none. */
  authors: string[]
  date: ReferenceDate
  url: string | null
  doi: string | null
  language: string | null
  tags: string[]
  abstract: string | null
  /** Markdown. */
  notes: string[]
  /** An ISO date-time: when it was added, or else looked at. */
  addedAt: string | null
  /** What else a citation says, in its order: `Tide Quarterly`, `vol. 5`. */
  details: string[]
}

/** `published` is an ISO date, null where not all of the day is known; `text` is then what is. */
export type ReferenceDate = { published: string | null; text: string | null }

export const noDate: ReferenceDate = { published: null, text: null }

/** The text that stands for the work is its abstract, and the work cited: that is where journal, publisher and pages go. */
export function factsOfReference(reference: Reference): SavedFacts {
  const { title, date, tags, abstract, language, addedAt } = reference
  const byline = namesLine(reference.authors)
  const url = webAddress(reference.url) ?? addressOfDoi(reference.doi)
  const citation = citationOf(reference, byline)
  // A work without any word of its own is none.
  if (title === null && url === null && abstract === null) return blank
  return {
    ...blank,
    // Without an address only all that is said tells one work from another of the same name.
    key: url === null ? hashOf(citation) : hashOf(title, byline, url),
    url,
    title,
    byline,
    published: date.published,
    language: languageCode(language),
    tags,
    description: [abstract, citation].filter((text) => text !== null && text !== '').join('\n\n'),
    notes: reference.notes.map((body) => noteOf({ body })).filter((note) => note !== null),
    addedAt,
  }
}

/** `Mara Ellison: Tides. Tide Quarterly, vol. 5, 2019` */
function citationOf({ title, date, details }: Reference, byline: string | null): string {
  const work = [byline, title].filter((part) => part !== null).join(': ')
  const rest = [...details, date.published ?? date.text ?? ''].filter((part) => part !== '').join(', ')
  return [work.replace(/\.$/, ''), rest].filter((part) => part !== '').join('. ')
}

function addressOfDoi(doi: string | null): string | null {
  const name = /10\.\d{4,9}\/\S+/.exec(doi ?? '')?.[0]
  return name === undefined ? null : webAddress(`https://doi.org/${name}`)
}

const languageNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    english: 'en',
    american: 'en-US',
    usenglish: 'en-US',
    british: 'en-GB',
    ukenglish: 'en-GB',
    german: 'de',
    ngerman: 'de',
    deutsch: 'de',
    french: 'fr',
    francais: 'fr',
    français: 'fr',
    spanish: 'es',
    español: 'es',
    italian: 'it',
    italiano: 'it',
    portuguese: 'pt',
    dutch: 'nl',
    russian: 'ru',
    polish: 'pl',
    swedish: 'sv',
    arabic: 'ar',
    persian: 'fa',
    japanese: 'ja',
    chinese: 'zh',
  }),
)

/** The code of a language, which bibliographies also call by its English name. */
function languageCode(language: string | null): string | null {
  const name = (language ?? '').trim().toLowerCase()
  return languageNames.get(name) ?? (/^[a-z]{2,3}(?:[-_]|$)/.test(name) ? language : null)
}
