import { fail, ok, type Result } from '../../errors.ts'
import { readByline } from '../../wire/byline.ts'
import { isoDateOf } from '../../wire/dates.ts'
import { readDateline } from '../../wire/read-dateline.ts'
import { draftOf, type KnownFacts, type ReadAs } from '../draft.ts'
import { entryOf, type Entry } from '../entry.ts'
import { piecesOfElement } from '../html/content-of-html.ts'
import { contentOfPieces } from '../piece.ts'
import { languageOf, tagsOf } from '../saved-item.ts'
import { webAddress } from '../services/address.ts'
import { noFacts, storyFacts } from '../story-facts.ts'
import type { AgencyStory } from './agency-story.ts'
import { elementOf } from './body-nodes.ts'
import { dayOfStamp } from './day-of-stamp.ts'
import { readLines, type StoryLines } from './story-lines.ts'

/** How the story came; `now` stands in where nothing tells the year. */
export type AgencySource = ReadAs & { modified: string | null; now: string }

/**
 * The article that an agency's story comes to. A dateline in the text goes before what the format says of place, agency and day,
 * because it is what the reader sees; of all else the format knows best.
 */
export function entryOfAgency(story: AgencyStory, source: AgencySource): Result<Entry> {
  const url = webAddress(story.url)
  const lines = readLines(
    piecesOfElement(elementOf('body', [...story.body]), { url }),
    lineOf(story.headline),
  )
  const around = story.furniture.filter(({ text }) => text !== lineOf(story.headline))
  const content = contentOfPieces(lines.pieces, [...around, ...lines.furniture])
  if (content.text === '') return fail({ code: 'text-missing', name: source.name })
  return ok(entryOf(draftOf({ ...factsOf(story, lines, source), url }, content, source)))
}

function factsOf(said: AgencyStory, { story }: StoryLines, { modified, now }: AgencySource): KnownFacts {
  const stamp = dayOfStamp(said.published)
  const read = story === null ? noFacts : storyFacts(story, { modified: stamp ?? modified, now })
  const apart = apartOf(said.dateline, stamp ?? modified ?? now)
  const isInText = story !== null && story.dateline !== null
  return {
    title: said.headline ?? read.title,
    byline: bylineOf(said.byline) ?? read.byline,
    agency: (isInText ? read.agency : null) ?? apart.agency ?? said.agency ?? read.agency,
    place: read.place ?? apart.place ?? said.place,
    credit: said.credit ?? read.credit,
    published: read.published ?? apart.published ?? stamp,
    language: languageOf(said.language?.replace(/^[A-Z]+/, (name) => name.toLowerCase()) ?? null),
    tags: tagsOf(said.tags),
    yearIsAssumed: stamp === null && read.yearIsAssumed,
  }
}

type Apart = Record<'agency' | 'place' | 'published', string | null>

/** What a dateline that stands apart from the text says. */
function apartOf(written: string | null, stamp: string): Apart {
  const line = lineOf(written)
  const nothing = { agency: null, place: null, published: null }
  if (line === null) return nothing
  if (dayOfStamp(line) !== null) return { ...nothing, published: dayOfStamp(line) }
  // Without a day and a sign in front of an agency there is only a place: `YORK, Pa.`
  if (!/[\d(/]|\s[-–—_]\s/.test(line)) return { ...nothing, place: line.replace(/[\s,–—-]+$/, '') }
  // A dateline is one only in front of a sentence.
  const found = readDateline(`${line.replace(/[\s–—-]+$/, '')} - The story goes on here.`)
  if (found === null) return { ...nothing, place: /\d/.test(line) ? null : line.replace(/[\s,–—-]+$/, '') }
  const wordsAt = (span: { start: number; end: number } | null): string | null =>
    span === null ? null : line.slice(span.start, span.end)
  const published = found.day === null ? null : isoDateOf(found.day, stamp)
  return { agency: wordsAt(found.agency), place: wordsAt(found.place), published }
}

function bylineOf(written: string | null): string | null {
  const line = lineOf(written)
  return line === null ? null : (readByline(line)?.byline ?? line.replace(/^by\s+/i, ''))
}

function lineOf(written: string | null): string | null {
  const line = (written ?? '').replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}
