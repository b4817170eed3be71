import { currentFormat } from '../../../src/model/format.ts'
import { ArticleId, DeviceId, NoteId } from '../../../src/model/ids.ts'
import type { NotesFile } from '../../../src/model/note.ts'
import type { Context } from '../../../src/merge/write.ts'

export const articleId = ArticleId.parse('a00000000000')
export const noteId = NoteId.parse('n00000000000')

export const place = { version: 1, exact: 'harbour', prefix: 'the ', suffix: ' wall', start: 4, block: 0 }

export function emptyFile(device: string): NotesFile {
  return {
    format: currentFormat,
    articleId,
    device: DeviceId.parse(device),
    notes: [],
    reading: [],
    facts: [],
  }
}

/** An edit in the first of the files, in the knowledge of all of them, on this day of 2026. */
export function on(day: string, own: NotesFile, ...others: NotesFile[]): Context {
  return { own, all: [own, ...others], now: `2026-${day}T12:00:00.000Z` }
}

export const here = emptyFile('d0000000000a')
export const there = emptyFile('d0000000000b')
export const elsewhere = emptyFile('d0000000000c')

export const harbourNote = {
  id: noteId,
  selector: place,
  body: 'Who pays?',
  color: 'yellow' as const,
  tags: ['harbour'],
}
