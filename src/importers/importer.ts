import { z } from 'zod'
import type { Result } from '../errors.ts'
import type { Skipped } from '../model/collection.ts'
import type { Entry, Picture } from './entry.ts'
import type { Candidate } from './source-file.ts'

type Format = {
  /** As `lectern add --from` takes it and articles keep it: never changed after a release. */
  id: string
  /** What it is called among people: `Pocket`, `a web page`. */
  label: string
  /** Whether a file is of this format, by its name and its beginning; nothing is parsed for it. */
  accepts(candidate: Candidate): boolean
}

/** Reads files that are one story each. */
export type StoryImporter = Format & { read(candidate: Candidate): Promise<Result<Entry>> }

/** One item of a collection before it is read. */
export type Listed = {
  /** What the source calls it; the same whenever it comes from there again, so that nothing is taken in twice. */
  key: string
  title: string
  url: string | null
  /** How many notes come along. */
  notes: number
  hasText: boolean
  /** All that the source says of it, as JSON: what is not understood is kept with the rest. It is the article's source. */
  record: Json
  /** The pictures that its text names as `lectern-picture:<PictureName>`; asked for when the item is taken in. */
  pictures?: () => Promise<Picture[]>
}

/** What a collection comes to. */
export type Listing = { items: Listed[]; skipped: Skipped[]; unplaced: string[] }

/** Reads files that hold many stories, or what is known of many. */
export type CollectionImporter = Format & {
  list(candidate: Candidate): Promise<Result<Listing>>
  /** Reads a record that `list` made, in this run or long ago. `now` is an ISO date-time. */
  read(record: Json, now: string): Promise<Result<Entry>>
}

export type Importer = StoryImporter | CollectionImporter

export const Json = z.json()
export type Json = z.infer<typeof Json>

/** A record as an article's source keeps it: a JSON file. */
export const RecordFile = z.object({ importer: z.string(), record: Json })
export type RecordFile = z.infer<typeof RecordFile>
