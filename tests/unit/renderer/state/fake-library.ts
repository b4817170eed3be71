import type {
  ArticleSummary,
  BridgeEvent,
  Input,
  Method,
  OpenArticle,
  Output,
} from '../../../../src/contract.ts'
import { fail, ok, type Result } from '../../../../src/errors.ts'
import type { IntakeProgress } from '../../../../src/model/collection.ts'
import { currentFormat } from '../../../../src/model/format.ts'
import { ArticleId, NoteId } from '../../../../src/model/ids.ts'
import type { Incident } from '../../../../src/model/incident.ts'
import { unread, type PlacedNote } from '../../../../src/model/note.ts'
import { defaultSettings } from '../../../../src/model/settings.ts'
import type { ImportedCollection, ImportedDraft } from '../../../../renderer/state/import-choice.ts'
import { initialState } from '../../../../renderer/state/state.ts'
import { useStore } from '../../../../renderer/state/store.ts'

export const text = 'Tides will rise at noon, said the warden of the harbour.'

export function articleId(number: number): ArticleId {
  return ArticleId.parse(`a${String(number).padStart(11, '0')}`)
}

export function noteId(number: number): NoteId {
  return NoteId.parse(`n${String(number).padStart(11, '0')}`)
}

export function row(number: number): ArticleSummary {
  return {
    id: articleId(number),
    title: `Story ${number}`,
    byline: null,
    agency: 'Northwire',
    place: null,
    published: '2026-01-12',
    language: 'en',
    direction: 'ltr',
    words: 10,
    addedAt: '2026-01-12T10:00:00.000Z',
    source: 'story.txt',
    excerpt: text,
    tags: [],
    notes: 0,
    versions: 1,
    part: null,
    isOnlyLink: false,
    reading: unread,
  }
}

export function note(number: number, start = 0): PlacedNote {
  const span = { start, end: start + 5 }
  return {
    note: {
      id: noteId(number),
      articleId: articleId(1),
      selector: { version: 1, exact: text.slice(start, start + 5), prefix: '', suffix: '', start, block: 0 },
      createdAt: `2026-01-12T10:00:${String(number).padStart(2, '0')}.000Z`,
      updatedAt: `2026-01-12T10:00:${String(number).padStart(2, '0')}.000Z`,
      body: '',
      color: 'yellow',
      tags: [],
      otherBodies: [],
    },
    anchor: { kind: 'exact', span },
  }
}

export function openArticleOf({ title, id, ...facts }: ArticleSummary, notes: PlacedNote[]): OpenArticle {
  const span = { start: 0, end: text.length }
  const { notes: _count, versions: _versions, words, source, part, isOnlyLink, reading, ...rest } = facts
  return {
    article: {
      ...rest,
      format: currentFormat,
      id,
      title,
      credit: null,
      source: { name: source, url: null, origin: null, part },
      updatedAt: facts.addedAt,
      versions: [
        {
          number: 1,
          addedAt: facts.addedAt,
          content: 'content-1.json',
          file: 'source-1.txt',
          importer: 'plain-text',
          encoding: 'utf-8',
          sha256: '0'.repeat(64),
          words,
          sketch: [],
          isOnlyLink,
        },
      ],
    },
    version: 1,
    content: { format: currentFormat, text, blocks: [{ kind: 'paragraph', span }], marks: [], furniture: [] },
    notes,
    reading,
    path: '/library/articles/1',
    pictures: {},
  }
}

export function draft(name: string): ImportedDraft {
  const { content } = openArticleOf(row(1), [])
  return {
    name,
    bytes: text.length,
    known: [],
    label: 'plain text',
    notes: 0,
    draftId: `draft of ${name}`,
    draft: {
      facts: {
        title: name,
        byline: null,
        agency: null,
        place: null,
        credit: null,
        published: null,
        language: 'en',
        tags: [],
      },
      content,
      direction: 'ltr',
      excerpt: text,
      words: 10,
      url: null,
      encoding: 'utf-8',
      importer: 'plain-text',
      part: null,
      yearIsAssumed: false,
      bylineIsGuessed: false,
      isOnlyLink: false,
    },
  }
}

/** A Pocket export of three items, two of them new. */
export function collection(name: string): ImportedCollection {
  return {
    name,
    bytes: text.length,
    collectionId: `collection of ${name}`,
    plan: {
      importer: 'pocket',
      label: 'Pocket',
      items: 3,
      effects: { new: 2, more: 0, same: 1 },
      notes: 1,
      withoutText: 2,
      skipped: [],
      unplaced: [],
    },
  }
}

/** An intake that has just begun. */
export function intake(id: string, change: Partial<IntakeProgress> = {}): IntakeProgress {
  return {
    id,
    name: 'pocket.zip',
    label: 'Pocket',
    state: 'running',
    done: 0,
    total: 3,
    added: 0,
    extended: 0,
    same: 0,
    failed: 0,
    startedAt: '2026-01-12T10:00:00.000Z',
    ...change,
  }
}

const removedAt = '2026-02-01T09:00:00.000Z'

type Answers = { [M in Method]: (input: Input<M>) => Result<Output<M>> | Promise<Result<Output<M>>> }

/** Answers pages of these stories, in this order. */
export function listOf(stories: readonly ArticleSummary[]): Answers['article.list'] {
  return ({ after, skip, limit }) => {
    const start = (after === null ? 0 : Number(after.key)) + skip
    const rows = stories.slice(start, start + limit)
    const last = rows.at(-1)
    const key = start + rows.length
    const next = last === undefined || key >= stories.length ? null : { key, id: last.id }
    return ok({ rows: [...rows], total: stories.length, next })
  }
}

/**
 * A library in memory on the other side of the pipe, with stories 1 and 2. `answers` may be replaced method by method;
 * `calls` are what the window asked for.
 */
export function fakeLibrary() {
  useStore.setState(initialState, true)
  const rows = new Map([1, 2].map((number) => [articleId(number), row(number)]))
  const notes = new Map<NoteId, PlacedNote>()
  const removed = new Map<NoteId, PlacedNote>()
  const trash = new Map<ArticleId, ArticleSummary>()
  const calls: Array<{ method: Method; input: unknown }> = []
  let settings = defaultSettings
  let transfers = 0
  let incidents: Incident[] = []

  const answers: Partial<Answers> = {
    'article.list': (input) => listOf([...rows.values()])(input),
    'article.open': ({ id }) => {
      const summary = rows.get(id as ArticleId)
      if (summary === undefined) return fail({ code: 'article-unknown', id })
      return ok(
        openArticleOf(
          summary,
          [...notes.values()].filter((placed) => placed.note.articleId === id),
        ),
      )
    },
    'article.find': ({ idPrefix }) => {
      const summary = rows.get(idPrefix as ArticleId)
      return summary === undefined ? fail({ code: 'article-unknown', id: idPrefix }) : ok({ id: summary.id })
    },
    'article.remove': ({ id }) => {
      move(rows, trash, id as ArticleId)
      return ok({})
    },
    'article.restore': ({ id }) => ok(move(trash, rows, id as ArticleId)),
    'note.add': ({ articleId: _id, span: _span, body, color, tags }) => {
      const added = note(notes.size + removed.size + 1)
      const placed = { ...added, note: { ...added.note, body, color, tags } }
      notes.set(placed.note.id, placed)
      return ok(placed)
    },
    'note.edit': ({ id, change }) => {
      const placed = notes.get(id as NoteId)
      if (placed === undefined) return fail({ code: 'note-unknown', id })
      const edited = { ...placed, note: { ...placed.note, ...change } as PlacedNote['note'] }
      notes.set(edited.note.id, edited)
      return ok(edited)
    },
    'notes.edit': ({ changes }) => {
      for (const { id, change } of changes) {
        const { isRemoved, ...values } = change
        const placed = (notes.get(id as NoteId) ?? removed.get(id as NoteId))!
        const into = isRemoved === true ? removed : notes
        notes.delete(placed.note.id)
        removed.delete(placed.note.id)
        into.set(placed.note.id, { ...placed, note: { ...placed.note, ...values } as PlacedNote['note'] })
      }
      return ok({ notes: changes.flatMap(({ id }) => notes.get(id as NoteId) ?? []) })
    },
    'note.candidates': () => ok({ candidates: [] }),
    'note.backlinks': () => ok({ links: [] }),
    'article.beside': () => ok({ previous: null, next: null }),
    'link.suggest': () => ok({ articles: [], notes: [], people: [] }),
    'note.choose': ({ id, body, otherBodies = [] }) => {
      const placed = notes.get(id as NoteId)
      if (placed === undefined) return fail({ code: 'note-unknown', id })
      const chosen = { ...placed, note: { ...placed.note, body, otherBodies } }
      notes.set(chosen.note.id, chosen)
      return ok(chosen)
    },
    'note.typing': () => ok({}),
    'note.remove': ({ id }) => {
      move(notes, removed, id as NoteId)
      return ok({})
    },
    'note.restore': ({ id }) => ok(move(removed, notes, id as NoteId)),
    'reading.save': ({ id, reading }) => {
      const summary = rows.get(id as ArticleId) ?? row(1)
      rows.set(summary.id, { ...summary, reading: { ...summary.reading, ...reading } as typeof unread })
      return ok(rows.get(summary.id)?.reading ?? unread)
    },
    'settings.get': () => ok(settings),
    'settings.save': (change) => {
      settings = { ...settings, ...change } as typeof settings
      return ok(settings)
    },
    'trash.list': () =>
      ok({
        articles: [...trash.values()].map(({ id, title, source, notes: count }) => ({
          id,
          title,
          source,
          notes: count,
          removedAt,
        })),
        notes: [...removed.values()].map((placed) => ({
          note: { ...placed.note, removedAt },
          title: 'Story 1',
        })),
      }),
    'library.state': () => ok({ readOnly: null, reconciling: null, incidents: incidents.length }),
    'incident.list': () => ok({ incidents: [...incidents] }),
    'incident.dismiss': ({ ids }) => {
      incidents = incidents.filter(({ id }) => !ids.includes(id))
      return ok({})
    },
    'incident.answer': ({ id }) => {
      incidents = incidents.filter((incident) => incident.id !== id)
      return ok({})
    },
    'window.ready': () => ok({ open: [], failed: [], collections: [], addresses: [] }),
    'import.hand': ({ transferId }) => ok({ transferId: transferId ?? `transfer ${(transfers += 1)}` }),
    'import.read': ({ name }) => ok(draft(name)),
    'import.save': () => ok(row(1)),
    'import.discard': () => ok({}),
    'import.items': () => ok({ rows: [] }),
    'intake.list': () => ok({ intakes: [] }),
    'intake.forget': () => ok({}),
  }

  const listeners = new Set<(event: BridgeEvent) => void>()
  const bridge = {
    async call(method: Method, input: unknown) {
      calls.push({ method, input })
      return (answers[method] as (input: unknown) => unknown)(input)
    },
    listen(listener: (event: BridgeEvent) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  Object.assign(window, { bridge })

  return {
    answers,
    calls,
    notes,
    /** Something happens to a file of the library. */
    happen(...happened: Incident[]) {
      incidents = [...happened, ...incidents]
    },
    emit: (event: BridgeEvent) => listeners.forEach((listener) => listener(event)),
    inputsOf: (method: Method) => calls.filter((one) => one.method === method).map(({ input }) => input),
  }
}

export type FakeLibrary = ReturnType<typeof fakeLibrary>

/** Moves one from a map to another and answers it. */
function move<K, V>(from: Map<K, V>, to: Map<K, V>, key: K): V {
  const value = from.get(key) as V
  from.delete(key)
  to.set(key, value)
  return value
}
