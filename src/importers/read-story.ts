import { fail, ok, type Result } from '../errors.ts'
import { type Draft, maxTextBytes, type Origin } from '../model/article.ts'
import { Content } from '../model/content.ts'
import type { Entry, Picture } from './entry.ts'
import type { CollectionImporter, Importer, Listed, StoryImporter } from './importer.ts'
import { RecordFile } from './importer.ts'
import { importers } from './importers.ts'
import { type IncomingNote, placeNotes } from './place-notes.ts'
import { importerOf } from './read-source.ts'
import type { Candidate } from './source-file.ts'

/** A story that was read, with all that comes into the library with it. */
export type ReadStory = {
  draft: Draft
  notes: IncomingNote[]
  reading: Entry['reading']
  addedAt: string | null
  pictures: Picture[]
  origin: Origin | null
}

/** One item of a collection, and the file that becomes its article's source. */
export type ReadItem = ReadStory & { source: { name: string; bytes: Uint8Array } }

export function isCollection(importer: Importer): importer is CollectionImporter {
  return 'list' in importer
}

export async function readStory(importer: StoryImporter, candidate: Candidate): Promise<Result<ReadStory>> {
  const entry = await importer.read(candidate)
  if (!entry.ok) return entry
  const { draft } = entry.value
  return storyOf(entry.value, { name: candidate.name, of: draft.url ?? draft.facts.title, origin: null })
}

/** Reads an item; `now` is an ISO date-time. */
export async function readItem(
  importer: CollectionImporter,
  { key, title, record, pictures }: Listed,
  now: string,
): Promise<Result<ReadItem>> {
  const entry = await importer.read(record, now)
  if (!entry.ok) return entry
  const origin = { importer: importer.id, key }
  const story = storyOf(entry.value, { name: title, of: `${importer.id}\n${key}`, origin })
  if (!story.ok) return story
  const bytes = new TextEncoder().encode(
    JSON.stringify({ importer: importer.id, record } satisfies RecordFile),
  )
  return ok({
    ...story.value,
    pictures: [...story.value.pictures, ...((await pictures?.()) ?? [])],
    source: { name: `${title.slice(0, 100)}.json`, bytes },
  })
}

/**
 * Reads the source of an article's version once more: with the importer that is named, which must be one of single stories; else
 * as what it says it is, or looks like.
 */
export async function rereadSource(candidate: Candidate, importerId?: string): Promise<Result<ReadStory>> {
  const record = candidate.extension === 'json' ? recordIn(candidate) : null
  if (record !== null) return readRecord(record, candidate)
  const importer = importerOf(candidate, importerId)
  if (!importer.ok) return importer
  if (!isCollection(importer.value)) return readStory(importer.value, candidate)
  const { label } = importer.value
  const reason = 'it is no record of Lectern’s'
  return fail({ code: 'format-broken', name: candidate.name, format: label, reason })
}

function recordIn({ bytes }: Candidate): RecordFile | null {
  return RecordFile.safeParse(toJson(new TextDecoder().decode(bytes))).data ?? null
}

async function readRecord(
  { importer: id, record }: RecordFile,
  { name, now }: Candidate,
): Promise<Result<ReadStory>> {
  const importer = importers.find((format) => format.id === id)
  if (importer === undefined || !isCollection(importer))
    return fail({ code: 'importer-unknown', importer: id })
  const entry = await importer.read(record, now)
  return entry.ok ? storyOf(entry.value, { name, of: name, origin: null }) : entry
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A content that is not as its schema says is a fault of the importer's, which must not reach the library: it throws. */
function storyOf(
  { draft, notes, reading, addedAt, pictures }: Entry,
  { name, of, origin }: { name: string; of: string; origin: Origin | null },
): Result<ReadStory> {
  const { length: bytes } = draft.content.text
  if (bytes > maxTextBytes) return fail({ code: 'file-too-large', name, bytes, maxBytes: maxTextBytes })
  Content.parse(draft.content)
  return ok({ draft, notes: placeNotes(draft.content, notes, of), reading, addedAt, pictures, origin })
}
