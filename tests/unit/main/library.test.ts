import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ArticleId, NoteId } from '../../../src/model/ids.ts'
import { temporaryFolder } from './folder.ts'
import { draft, listOf, monday, newStory, openLibrary, text, valueOf, yellow } from './opened-library.ts'
import { placedNotes } from '../../../main/library/page.ts'

test('what was added, noted and read is there when the library is opened again', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library, notes, close } = await openLibrary(root)
  const { id } = valueOf(await library.add(newStory({ place: 'WHITBY' })))
  const added = valueOf(await notes.add(id, monday, { ...yellow, body: 'Which?' }))
  valueOf(await notes.saveReading(id, { progress: 0.5, position: 12 }))

  await close()
  const again = await openLibrary(root)
  expect(listOf(again.library)).toMatchObject([{ id, title: 'Tide table', place: 'WHITBY', notes: 1 }])
  const page = valueOf(await again.notes.page(id))
  expect(page.content).toEqual(draft.content)
  expect(placedNotes(page)).toEqual([added])
  expect(added).toMatchObject({
    note: { selector: { exact: 'Monday', start: monday.start } },
    anchor: { kind: 'exact', span: monday },
  })
  expect(listOf(again.library)[0]?.reading).toMatchObject({ progress: 0.5, position: 12 })
  expect(await readFile(join(root, 'articles', id, 'source-1.txt'), 'utf8')).toBe(text)
})

test('the newest article comes first', async () => {
  const { library } = await openLibrary(join(await temporaryFolder(), 'library'))
  for (const title of ['first', 'second', 'third']) valueOf(await library.add(newStory({ title })))
  expect(listOf(library).map(({ title }) => title)).toEqual(['third', 'second', 'first'])
})

test('a removed note is restored whole, and the file still has it meanwhile', async () => {
  const { library, notes } = await openLibrary(join(await temporaryFolder(), 'library'))
  const { id: articleId } = valueOf(await library.add(newStory()))
  const { note } = valueOf(await notes.add(articleId, monday, { ...yellow, body: 'Keep me', tags: ['a'] }))
  valueOf(await notes.remove(articleId, note.id))
  expect(placedNotes(valueOf(await notes.page(articleId)))).toEqual([])
  const restored = valueOf(await notes.restore(articleId, note.id))
  expect(restored.note).toEqual({ ...note, updatedAt: restored.note.updatedAt })
})

test('a removed article lies in the trash and comes back with its notes', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library, notes } = await openLibrary(root)
  const { id } = valueOf(await library.add(newStory()))
  valueOf(await notes.add(id, monday, yellow))
  valueOf(await library.remove(id))
  expect(listOf(library)).toEqual([])
  expect(await readdir(join(root, 'trash'))).toEqual([id])
  expect(valueOf(await library.restore(id))).toMatchObject({ id, notes: 1 })
})

test('another device’s notes are read beside this one’s, and its file is never written', async () => {
  const root = join(await temporaryFolder(), 'library')
  const there = await openLibrary(root, { device: 'd0000000000b' })
  const { id } = valueOf(await there.library.add(newStory()))
  const { note } = valueOf(await there.notes.add(id, monday, { ...yellow, body: 'there' }))
  const file = join(root, 'articles', id, 'notes.d0000000000b.json')
  const before = await readFile(file, 'utf8')

  await there.close()
  const here = await openLibrary(root)
  valueOf(await here.notes.edit(id, note.id, { body: 'here' }))
  expect(placedNotes(valueOf(await here.notes.page(id)))).toMatchObject([
    { note: { id: note.id, body: 'here' } },
  ])
  expect(await readFile(file, 'utf8')).toBe(before)
})

test('every change is told: the article’s row, and the note', async () => {
  const { library, notes, events } = await openLibrary(join(await temporaryFolder(), 'library'))
  const { id } = valueOf(await library.add(newStory()))
  const { note } = valueOf(await notes.add(id, monday, yellow))
  library.listWritten()
  valueOf(await library.edit(id, { title: 'Corrected' }))
  library.listWritten()
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

test('what a crash left half-done is swept away, and what may still be in the making is not', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library, close } = await openLibrary(root)
  const { id } = valueOf(await library.add(newStory()))
  await close()
  await mkdir(join(root, 'articles', '.adding-a0000000000z'))
  await writeFile(join(root, 'articles', id, '.article.json.0123456789abcdef.tmp'), 'half')
  const longAgo = new Date(0)
  await utimes(join(root, 'articles', '.adding-a0000000000z'), longAgo, longAgo)
  await utimes(join(root, 'articles', id, '.article.json.0123456789abcdef.tmp'), longAgo, longAgo)
  await mkdir(join(root, 'articles', '.adding-a0000000000y'))
  const { reconciler } = await openLibrary(root)
  await reconciler.whole()
  expect((await readdir(join(root, 'articles'))).sort()).toEqual(['.adding-a0000000000y', id])
  expect((await readdir(join(root, 'articles', id))).sort()).toEqual([
    'article.json',
    'content-1.json',
    'source-1.txt',
  ])
})

test('a passage outside of the text and an unknown note are answers', async () => {
  const { library, notes } = await openLibrary(join(await temporaryFolder(), 'library'))
  const { id } = valueOf(await library.add(newStory()))
  const outside = { start: 0, end: text.length + 1 }
  expect(await notes.add(id, outside, yellow)).toEqual({ ok: false, error: { code: 'span-outside' } })
  const unknown = NoteId.parse('n0000000000z')
  expect(await notes.remove(id, unknown)).toMatchObject({ ok: false, error: { code: 'note-unknown' } })
  expect(library.findByPrefix('zzz')).toMatchObject({ ok: false, error: { code: 'article-unknown' } })
  expect((await library.shelf(ArticleId.parse('a0000000000z'))).ok).toBe(false)
})
