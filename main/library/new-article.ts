import { createHash } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { IncomingNote } from '../../src/importers/place-notes.ts'
import { editReading, type NoteFields, withNoteEdits } from '../../src/merge/write.ts'
import {
  Article,
  type Draft,
  type Facts,
  type Origin,
  type Version,
  VersionFile,
} from '../../src/model/article.ts'
import { currentFormat } from '../../src/model/format.ts'
import type { ArticleId, DeviceId } from '../../src/model/ids.ts'
import type { NotesFile, Reading } from '../../src/model/note.ts'
import { sketchOf } from '../../src/versions/sketch.ts'
import { moveDurably, syncFolder, writeNew } from './files/durable.ts'
import { toBytes } from './files/json-file.ts'
import { articleFile, type EditionFiles, firstFiles, laterFiles, type Layout } from './files/layout.ts'
import { type Change, revise } from './revise.ts'
import { noNotes } from './shelf.ts'

/** What comes in of a story. */
export type Incoming = {
  draft: Draft
  /** What the reader corrected in the preview. */
  facts: Change<Facts>
  source: { name: string; bytes: Uint8Array }
  /** Where it was saved before. */
  origin?: Origin | null
  addedAt: string
}

/** What comes in with it: notes, and how far the reader got. */
export type Along = { notes: readonly IncomingNote[]; reading: Change<Reading> }

/** The files of a new article's folder. */
export function filesOf(id: ArticleId, incoming: Incoming): Map<string, Uint8Array> {
  const names = firstFiles(extensionOf(incoming.source.name))
  return new Map<string, Uint8Array>([
    [articleFile, toBytes(toArticle(id, incoming, versionOf(incoming, names, 1)))],
    [names.content, toBytes(incoming.draft.content)],
    [names.source, incoming.source.bytes],
  ])
}

/** This device's notes file of an article that comes in with notes, or was read before; null where there is nothing to say. */
export function notesFileOf(
  { articleId, device, now }: { articleId: ArticleId; device: DeviceId; now: string },
  { notes, reading }: Along,
): NotesFile | null {
  const none = noNotes(articleId, device)
  const read = Object.keys(reading).length > 0 ? editReading({ own: none, all: [none], now }, reading) : none
  const changes = notes.map(({ createdAt, ...note }) => fieldsOfNew(note, createdAt))
  if (changes.length === 0) return read === none ? null : read
  return withNoteEdits({ own: read, all: [read], now }, changes)
}

/** The first edit of a note that comes in. */
export function fieldsOfNew(
  { id, selector, body, color, tags }: Omit<IncomingNote, 'createdAt'>,
  createdAt: string | null,
): NoteFields {
  return { id, fields: { selector, body, color, tags }, ...(createdAt !== null && { createdAt }) }
}

/** The files of an edition that came in later. The one that makes the others an edition comes last. */
export function laterFilesOf(
  { articleId, device, number }: { articleId: ArticleId; device: DeviceId; number: number },
  incoming: Incoming,
): Map<string, Uint8Array> {
  const names = laterFiles(number, device, extensionOf(incoming.source.name))
  const version = versionOf(incoming, names, number)
  const file = VersionFile.parse({
    format: currentFormat,
    articleId,
    device,
    ...editionOf(incoming),
    version,
  })
  return new Map<string, Uint8Array>([
    [names.source, incoming.source.bytes],
    [names.content, toBytes(incoming.draft.content)],
    [names.version, toBytes(file)],
  ])
}

/**
 * Writes an article's folder: all files into a folder of their own, which gets its name when they are on the disk. Throws
 * the system's error and leaves nothing behind.
 */
export async function writeFolder(
  layout: Layout,
  id: ArticleId,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const folder = layout.adding(id)
  try {
    await mkdir(folder) // not its parents: a library that is gone is not begun anew
    for (const [name, bytes] of files) await writeNew(join(folder, name), bytes)
    await syncFolder(folder)
    await moveDurably(folder, layout.folder(id))
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

export function toArticle(id: ArticleId, incoming: Incoming, version: Version): Article {
  const { addedAt } = incoming
  return Article.parse({
    format: currentFormat,
    id,
    ...editionOf(incoming),
    addedAt,
    updatedAt: addedAt,
    versions: [version],
  })
}

export function versionOf(
  { draft, source, addedAt }: Incoming,
  { content, source: file }: EditionFiles,
  number: number,
): Version {
  const { encoding, words, importer, isOnlyLink } = draft
  const sha256 = createHash('sha256').update(source.bytes).digest('hex')
  const sketch = sketchOf(draft.content)
  return { number, addedAt, content, file, importer, encoding, sha256, words, sketch, isOnlyLink }
}

function editionOf({ draft, facts, source, origin = null }: Incoming) {
  const { direction, excerpt, url, part } = draft
  return {
    ...revise(draft.facts, facts),
    source: { name: source.name, url, origin, part },
    direction,
    excerpt,
  }
}

/** The original keeps its extension, if that is a plain one, so that the system knows what opens it. */
function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'txt'
}
