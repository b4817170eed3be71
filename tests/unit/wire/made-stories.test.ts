import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeText } from '../../../src/text/decode.ts'
import type { Day } from '../../../src/wire/dates.ts'
import { readCopy } from '../../../src/wire/story.ts'

const folder = new URL('../../fixtures/wire/', import.meta.url)

type Truth = Record<string, string | null> & { file: string }

const truths = JSON.parse(readFileSync(new URL('truth.json', folder), 'utf8')) as Truth[]

/** What the field is called in truth.json, and what was read. `encoding` and `note` are about the file itself. */
function fieldsRead(file: string): Record<string, string | null> {
  const decoded = decodeText(new Uint8Array(readFileSync(new URL(file, folder))), file)
  if (!decoded.ok) throw new Error(`${file}: ${decoded.error.code}`)
  const story = readCopy(decoded.value.text)
  const place = story.dateline?.place ?? null
  const opening = story.datelineAt === null ? '' : story.body[story.datelineAt]!
  return {
    headline: story.headline,
    headline_prefix: story.prefix,
    slug: story.slug,
    byline: story.byline,
    byline_title: story.bylineTitle,
    source: story.source,
    dateline_place: place === null ? null : opening.slice(place.start, place.end),
    dateline_date: written(story.day),
    agency: story.agency,
    credits: story.credit,
    signoff: story.signoff,
  }
}

function written(day: Day | null): string | null {
  if (day === null) return null
  const pad = (number: number): string => String(number).padStart(2, '0')
  return `${day.year === null ? '' : `${day.year}-`}${pad(day.month)}-${pad(day.day)}`
}

test('every field of every made story is read right', () => {
  const wrong: string[] = []
  let all = 0
  for (const truth of truths) {
    for (const [field, value] of Object.entries(fieldsRead(truth.file))) {
      if (!(field in truth)) continue
      all += 1
      if (value !== truth[field]) wrong.push(`${truth.file}: ${field} is ${value}, not ${truth[field]}`)
    }
  }
  console.log(`fields right: ${all - wrong.length} of ${all}`)
  expect(wrong).toEqual([])
})

test('every made story has its truth', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  expect(truths.map((truth) => truth.file).toSorted()).toEqual(files.toSorted())
})
