import { onTestFinished } from 'vitest'
import { Library, type NewStory } from '../../../main/library/library.ts'
import { Notes } from '../../../main/library/notes.ts'
import type { LibraryOptions } from '../../../main/library/parts.ts'
import { Reconciler } from '../../../main/library/reconcile.ts'
import type { ArticleSummary, LibraryEvent } from '../../../src/contract.ts'
import { ok, type Result } from '../../../src/errors.ts'
import type { Draft } from '../../../src/model/article.ts'
import { DeviceId } from '../../../src/model/ids.ts'
import type { NoteText } from '../../../src/model/note.ts'
import { imported } from '../importers/drafts.ts'

export const text = 'Tide table\n\nThe board met on Monday.\n\nIt voted at the harbour.\n'

export const source = { name: 'tides.txt', bytes: Buffer.from(text) }

export const draft: Draft = valueOf(await readDraft(source))

/** What a file of a story is read as. */
export async function readDraft(file: { name: string; bytes: Uint8Array }): Promise<Result<Draft>> {
  const read = await imported({ ...file, modified: null, now: '2026-01-01T00:00:00.000Z' })
  return read.ok ? ok(read.value.draft) : read
}

/** A story that comes in, with corrections of its facts. */
export function newStory(facts: NewStory['facts'] = {}, of = { source, draft }): NewStory {
  return { ...of, facts, addedAt: null }
}

export const yellow: NoteText = { body: '', color: 'yellow', tags: [] }

const mondayAt = draft.content.text.indexOf('Monday')
export const monday = { start: mondayAt, end: mondayAt + 'Monday'.length }

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

type Given = { device?: string; readOnly?: LibraryOptions['readOnly']; clock?: () => string }

/** A library whose clock advances by a second at each look; closed when the test ends. */
export async function openLibrary(root: string, { device, readOnly, clock }: Given = {}) {
  const events: LibraryEvent[] = []
  let seconds = 0
  const opened = await Library.open({
    root,
    device: DeviceId.parse(device ?? 'd0000000000a'),
    clock: clock ?? (() => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)).toISOString()),
    publish: (event) => events.push(event),
    reread: async (lost) => {
      const read = await readDraft(lost)
      return read.ok ? read.value : null
    },
    readOnly: readOnly ?? null,
  })
  const library = valueOf(opened)
  const notes = new Notes(library)
  const reconciler = new Reconciler(library)
  let isClosed = false
  async function close(): Promise<void> {
    if (isClosed) return
    isClosed = true
    await reconciler.close()
    await library.close()
  }
  onTestFinished(close)
  return { library, notes, reconciler, events, close }
}

/** All rows, newest first. */
export function listOf(library: Library): ArticleSummary[] {
  library.listWritten()
  const sort = { by: 'added', isReversed: false } as const
  return library.parts.index.page({ filter: 'all', query: '', sort, after: null, skip: 0, limit: 500 }).rows
}
