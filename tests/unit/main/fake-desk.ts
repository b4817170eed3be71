import { randomUUID } from 'node:crypto'
import type { Desk } from '../../../main/intake/intakes.ts'
import type { OpenCollection } from '../../../main/import/import-desk.ts'
import { fail, ok } from '../../../src/errors.ts'
import { type IncomingNote, placeNotes } from '../../../src/importers/place-notes.ts'
import type { ReadItem } from '../../../src/importers/read-story.ts'
import { readDraft, valueOf } from './opened-library.ts'

/** An item of a made collection: its words, and how reading it goes. */
export type MadeItem = {
  key: string
  text: string
  url?: string
  quotes?: string[]
  tags?: string[]
  isLink?: boolean
  isBroken?: boolean
  isUndated?: boolean
  onRead?: () => void | Promise<void>
}

/** A desk with one collection on it, which is read without a worker; whatever is handed in is that collection again. */
export async function deskWith(items: readonly MadeItem[]): Promise<{ desk: Desk; id: string }> {
  const id = randomUUID()
  const lines = items.map(({ key, text, url = null, quotes = [], isLink = false }) => ({
    key,
    title: text.split('\n')[0] ?? '',
    url,
    notes: quotes.length,
    hasText: !isLink,
  }))
  const collection: OpenCollection = {
    source: { name: 'shelf.json', bytes: Buffer.from('shelf'), modified: null, now: '' },
    forced: undefined,
    listing: { kind: 'collection', importer: 'made', label: 'Made', items: lines, skipped: [], unplaced: [] },
  }
  const desk: Desk = {
    read: async () => ok({ id, opened: collection.listing }),
    collection: (asked) => (asked === id ? ok(collection) : fail({ code: 'draft-gone' })),
    item: async (_id, index) => {
      const item = items[index]
      await item?.onRead?.()
      if (item === undefined || item.isBroken) return fail({ code: 'text-missing', name: 'shelf.json' })
      return ok(await readMade(item))
    },
    reread: async () => fail({ code: 'draft-gone' }),
    discard: () => undefined,
  }
  return { desk, id }
}

async function readMade({
  key,
  text,
  url,
  quotes = [],
  tags = [],
  isLink = false,
  isUndated,
}: MadeItem): Promise<ReadItem> {
  const bytes = Buffer.from(text)
  const read = valueOf(await readDraft({ name: `${key}.txt`, bytes }))
  const draft = { ...read, url: url ?? null, isOnlyLink: isLink, facts: { ...read.facts, tags } }
  const notes: IncomingNote[] = placeNotes(
    draft.content,
    quotes.map((exact) => ({
      key: exact,
      quote: { exact },
      body: '',
      color: 'yellow',
      tags: [],
      createdAt: '2020-05-01T08:00:00.000Z',
    })),
    key,
  )
  return {
    draft,
    notes,
    reading: { isStarred: true },
    addedAt: isUndated ? null : '2020-05-01T00:00:00.000Z',
    pictures: [],
    origin: { importer: 'made', key },
    source: { name: `${key}.json`, bytes },
  }
}
