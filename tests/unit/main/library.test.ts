import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Library } from '../../../main/library/library.ts'
import { Notes } from '../../../main/library/notes.ts'
import type { LibraryEvent } from '../../../src/contract.ts'
import type { Result } from '../../../src/errors.ts'
import type { Draft } from '../../../src/model/article.ts'
import { ArticleId, DeviceId, NoteId } from '../../../src/model/ids.ts'
import type { NoteText } from '../../../src/model/note.ts'
import { temporaryFolder } from './folder.ts'

const text = 'The board met on Monday.\n\nIt voted at the harbour.'

const draft: Draft = {
  facts: {
    title: 'Tide table',
    byline: null,
    agency: null,
    place: null,
    credit: null,
    published: null,
    language: 'en',
    tags: [],
  },
  content: {
    format: 1,
    text,
    blocks: [
      { kind: 'paragraph', span: { start: 0, end: 24 } },
      { kind: 'paragraph', span: { start: 26, end: text.length } },
    ],
    marks: [],
    furniture: [],
  },
  direction: 'ltr',
  excerpt: 'The board met on Monday.',
  words: 10,
  encoding: 'utf-8',
  url: null,
  yearIsAssumed: false,
}

const yellow: NoteText = { body: '', color: 'yellow', tags: [] }
const source = { name: 'tides.txt', bytes: Buffer.from('the bytes') }
const monday = { start: 17, end: 23 }

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** A library whose clock advances by a second at each look. */
async function openLibrary(root: string, device = 'd0000000000a') {
  const events: LibraryEvent[] = []
  let seconds = 0
  const library = valueOf(
    await Library.open({
      root,
      device: DeviceId.parse(device),
      clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)).toISOString(),
      publish: (event) => events.push(event),
    }),
  )
  valueOf(await library.prepareWriting())
  return { library, notes: new Notes(library), events }
}

test('what was added, noted and read is there when the library is opened again', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library, notes } = await openLibrary(root)
  const { id } = valueOf(await library.add(source, draft, { place: 'WHITBY' }))
  const added = valueOf(await notes.add(id, monday, { ...yellow, body: 'Which?' }))
  valueOf(await notes.saveReading(id, { progress: 0.5, position: 26 }))

  const again = await openLibrary(root)
  expect(again.library.list()).toMatchObject([{ id, title: 'Tide table', place: 'WHITBY', notes: 1 }])
  const page = valueOf(await again.notes.page(id))
  expect(page.content).toEqual(draft.content)
  expect(again.notes.placed(page)).toEqual([added])
  expect(added).toMatchObject({
    note: { selector: { exact: 'Monday', start: 17 } },
    anchor: { kind: 'exact', span: monday },
  })
  expect(again.library.list()[0]?.reading).toMatchObject({ progress: 0.5, position: 26 })
  expect(await readFile(join(root, 'articles', id, 'source-1.txt'), 'utf8')).toBe('the bytes')
})

test('the newest article comes first', async () => {
  const { library } = await openLibrary(join(await temporaryFolder(), 'library'))
  for (const title of ['first', 'second', 'third']) valueOf(await library.add(source, draft, { title }))
  expect(library.list().map(({ title }) => title)).toEqual(['third', 'second', 'first'])
})

test('a removed note is restored whole, and the file still has it meanwhile', async () => {
  const { library, notes } = await openLibrary(join(await temporaryFolder(), 'library'))
  const { id: articleId } = valueOf(await library.add(source, draft, {}))
  const { note } = valueOf(await notes.add(articleId, monday, { ...yellow, body: 'Keep me', tags: ['a'] }))
  valueOf(await notes.remove(articleId, note.id))
  expect(notes.placed(valueOf(await notes.page(articleId)))).toEqual([])
  const restored = valueOf(await notes.restore(articleId, note.id))
  expect(restored.note).toEqual({ ...note, updatedAt: restored.note.updatedAt })
})

test('a removed article lies in the trash and comes back with its notes', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library, notes } = await openLibrary(root)
  const { id } = valueOf(await library.add(source, draft, {}))
  valueOf(await notes.add(id, monday, yellow))
  valueOf(await library.remove(id))
  expect(library.list()).toEqual([])
  expect(await readdir(join(root, 'trash'))).toEqual([id])
  expect(valueOf(await library.restore(id))).toMatchObject({ id, notes: 1 })
})

test('another device’s notes are read beside this one’s, and its file is never written', async () => {
  const root = join(await temporaryFolder(), 'library')
  const there = await openLibrary(root, 'd0000000000b')
  const { id } = valueOf(await there.library.add(source, draft, {}))
  const { note } = valueOf(await there.notes.add(id, monday, { ...yellow, body: 'there' }))
  const file = join(root, 'articles', id, 'notes.d0000000000b.json')
  const before = await readFile(file, 'utf8')

  const here = await openLibrary(root, 'd0000000000a')
  valueOf(await here.notes.edit(id, note.id, { body: 'here' }))
  expect(here.notes.placed(valueOf(await here.notes.page(id)))).toMatchObject([
    { note: { id: note.id, body: 'here' } },
  ])
  expect(await readFile(file, 'utf8')).toBe(before)
})

test('every change is told: the article’s row, and the note', async () => {
  const { library, notes, events } = await openLibrary(join(await temporaryFolder(), 'library'))
  const { id } = valueOf(await library.add(source, draft, {}))
  const { note } = valueOf(await notes.add(id, monday, yellow))
  valueOf(await library.edit(id, { title: 'Corrected' }))
  valueOf(await notes.remove(id, note.id))
  valueOf(await library.remove(id))
  expect(events.map(({ kind }) => kind)).toEqual([
    'article-changed',
    'note-changed',
    'article-changed',
    'article-changed',
    'note-removed',
    'article-changed',
    'article-removed',
  ])
})

test('a damaged article is left as it is and the others open', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library } = await openLibrary(root)
  const good = valueOf(await library.add(source, draft, { title: 'good' }))
  const bad = valueOf(await library.add(source, draft, { title: 'bad' }))
  const path = join(root, 'articles', bad.id, 'article.json')
  await writeFile(path, '{"format":1,')
  const again = await openLibrary(root)
  expect(again.library.list().map(({ id }) => id)).toEqual([good.id])
  expect(again.library.problems).toEqual([{ code: 'library-damaged', path, reason: 'it is not JSON' }])
  expect(await readFile(path, 'utf8')).toBe('{"format":1,')
})

test('what a crash left half-done is swept away, and what may still be in the making is not', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library } = await openLibrary(root)
  const { id } = valueOf(await library.add(source, draft, {}))
  await mkdir(join(root, 'articles', '.adding-a0000000000z'))
  await writeFile(join(root, 'articles', id, '.article.json.0123456789abcdef.tmp'), 'half')
  const longAgo = new Date(0)
  await utimes(join(root, 'articles', '.adding-a0000000000z'), longAgo, longAgo)
  await utimes(join(root, 'articles', id, '.article.json.0123456789abcdef.tmp'), longAgo, longAgo)
  await mkdir(join(root, 'articles', '.adding-a0000000000y'))
  await openLibrary(root)
  expect((await readdir(join(root, 'articles'))).sort()).toEqual(['.adding-a0000000000y', id])
  expect((await readdir(join(root, 'articles', id))).sort()).toEqual([
    'article.json',
    'content-1.json',
    'source-1.txt',
  ])
})

test('a passage outside of the text and an unknown note are answers', async () => {
  const { library, notes } = await openLibrary(join(await temporaryFolder(), 'library'))
  const { id } = valueOf(await library.add(source, draft, {}))
  const outside = { start: 0, end: text.length + 1 }
  expect(await notes.add(id, outside, yellow)).toEqual({ ok: false, error: { code: 'span-outside' } })
  const unknown = NoteId.parse('n0000000000z')
  expect(await notes.remove(id, unknown)).toMatchObject({ ok: false, error: { code: 'note-unknown' } })
  expect(library.findByPrefix('zzz')).toMatchObject({ ok: false, error: { code: 'article-unknown' } })
  expect(library.find(ArticleId.parse('a0000000000z')).ok).toBe(false)
})
