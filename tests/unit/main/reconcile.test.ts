import { cp, mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { ArticleId } from '../../../src/model/ids.ts'
import { temporaryFolder } from './folder.ts'
import { listOf, monday, openLibrary, valueOf, yellow, newStory } from './opened-library.ts'
import { placedNotes } from '../../../main/library/page.ts'

/** The library looks every few seconds; how many, depends on what else the machine does. */
const withinMs = 60_000

type Opened = Awaited<ReturnType<typeof openLibrary>>

async function stocked(articles: number): Promise<{ root: string; ids: ArticleId[] }> {
  const root = join(await temporaryFolder(), 'library')
  const { library, reconciler, close } = await openLibrary(root)
  const ids: ArticleId[] = []
  for (let n = 0; n < articles; n++)
    ids.push(valueOf(await library.add(newStory({ title: `Story ${n}` }))).id)
  await reconciler.whole()
  await close()
  return { root, ids }
}

function bodiesOf({ library, notes }: Opened, id: ArticleId): Promise<string[]> {
  void library
  return notes.page(id).then((page) => placedNotes(valueOf(page)).map(({ note }) => note.body))
}

/** Another machine's session on the same folder, ended. */
async function elsewhere(root: string, work: (opened: Opened) => Promise<void>): Promise<void> {
  const opened = await openLibrary(root, { device: 'd0000000000b' })
  await work(opened)
  await opened.close()
}

test('what another machine changed while the app was away is listed at the next start', async () => {
  const { root, ids } = await stocked(3)
  const [first, second] = ids as [ArticleId, ArticleId]
  await elsewhere(root, async ({ library, notes }) => {
    valueOf(await notes.add(first, monday, { ...yellow, body: 'from there' }))
    valueOf(await library.edit(second, { title: 'Corrected there' }))
    valueOf(await library.add(newStory({ title: 'New there' })))
  })
  const here = await openLibrary(root)
  await here.reconciler.whole()
  const titles = listOf(here.library).map(({ title, notes }) => `${title} ${notes}`)
  expect(titles.sort()).toEqual(['Corrected there 0', 'New there 0', 'Story 0 1', 'Story 2 0'])
})

test('what another machine writes into an open article is shown within seconds', async () => {
  const { root, ids } = await stocked(1)
  const [id] = ids as [ArticleId]
  // The other machine's library is a copy, as a synchroniser makes it.
  const there = join(await temporaryFolder(), 'copy')
  await cp(root, there, { recursive: true })
  await rm(join(there, '.lectern'), { recursive: true })
  const here = await openLibrary(root)
  void here.reconciler.keepLooking()
  await here.reconciler.whole()
  expect(await bodiesOf(here, id)).toEqual([])
  await elsewhere(there, async ({ notes }) => {
    valueOf(await notes.add(id, monday, { ...yellow, body: 'from there' }))
  })
  const name = 'notes.d0000000000b.json'
  await cp(join(there, 'articles', id, name), join(root, 'articles', id, '.syncthing.tmp'))
  await rename(join(root, 'articles', id, '.syncthing.tmp'), join(root, 'articles', id, name))
  await vi.waitFor(() => expect(here.events.some(({ kind }) => kind === 'note-changed')).toBe(true), withinMs)
  expect(await bodiesOf(here, id)).toEqual(['from there'])
  expect(listOf(here.library)).toMatchObject([{ notes: 1 }])
})

test('a file that is only half there is waited for', async () => {
  const { root, ids } = await stocked(1)
  const [id] = ids as [ArticleId]
  await elsewhere(root, async ({ notes }) => {
    valueOf(await notes.add(id, monday, { ...yellow, body: 'from there' }))
  })
  const path = join(root, 'articles', id, 'notes.d0000000000b.json')
  const whole = await readFile(path)
  await writeFile(path, whole.subarray(0, 100))
  const here = await openLibrary(root)
  void here.reconciler.keepLooking()
  await here.reconciler.whole()
  expect(await bodiesOf(here, id)).toEqual([])
  expect(here.library.parts.incidents.all).toEqual([])
  await writeFile(path, whole)
  await vi.waitFor(async () => expect(await bodiesOf(here, id)).toEqual(['from there']), withinMs)
})

test('a synchroniser’s conflict copy of this device’s notes is taken in, and becomes a snapshot', async () => {
  const { root, ids } = await stocked(1)
  const [id] = ids as [ArticleId]
  const folder = join(root, 'articles', id)
  const copy = join(folder, 'notes.d0000000000a.sync-conflict-20260105-101010-ABCDEFG.json')
  const one = await openLibrary(root)
  valueOf(await one.notes.add(id, monday, { ...yellow, body: 'in the file' }))
  await one.close()
  const other = join(await temporaryFolder(), 'other')
  await cp(root, other, { recursive: true })
  await rm(join(other, 'articles', id, 'notes.d0000000000a.json'))
  await rm(join(other, 'snapshots'), { recursive: true })
  const two = await openLibrary(other)
  valueOf(await two.notes.add(id, monday, { ...yellow, body: 'in the copy' }))
  await two.close()
  await cp(join(other, 'articles', id, 'notes.d0000000000a.json'), copy)
  const again = await openLibrary(root)
  await again.reconciler.whole()
  expect((await bodiesOf(again, id)).sort()).toEqual(['in the copy', 'in the file'])
  expect(await readdir(folder)).not.toContain('notes.d0000000000a.sync-conflict-20260105-101010-ABCDEFG.json')
  expect(await readFile(join(folder, 'notes.d0000000000a.json'), 'utf8')).toContain('in the copy')
  expect((await readdir(join(root, 'snapshots', id))).length).toBe(2)
})

test('a few articles that are gone are no longer listed; many at once are a question', async () => {
  const { root, ids } = await stocked(60)
  const [first] = ids as [ArticleId]
  await rm(join(root, 'articles', first), { recursive: true })
  const few = await openLibrary(root)
  await few.reconciler.whole()
  expect(listOf(few.library)).toHaveLength(59)
  expect(few.library.parts.incidents.all).toEqual([])
  await few.close()

  const aside = join(root, '..', 'aside')
  await rename(join(root, 'articles'), aside)
  await mkdir(join(root, 'articles'))
  const many = await openLibrary(root)
  await many.reconciler.whole()
  expect(listOf(many.library)).toHaveLength(59)
  expect(many.library.parts.incidents.all).toMatchObject([{ kind: 'many-gone', count: 59, total: 59 }])
  expect(await many.library.shelf(ids[1] as ArticleId)).toMatchObject({ error: { code: 'article-unknown' } })
  await many.close()

  await rm(join(root, 'articles'), { recursive: true })
  await rename(aside, join(root, 'articles'))
  const back = await openLibrary(root)
  await back.reconciler.whole()
  expect(listOf(back.library)).toHaveLength(59)
  expect(back.library.parts.incidents.all).toEqual([])
})

test('articles that were removed on purpose are forgotten when the reader says so', async () => {
  const { root } = await stocked(30)
  await rm(join(root, 'articles'), { recursive: true })
  const { library, reconciler } = await openLibrary(root)
  await reconciler.whole()
  expect(listOf(library)).toHaveLength(30)
  await reconciler.dropMissing()
  expect(listOf(library)).toEqual([])
})

test('the list is the same after its index was deleted, damaged or written by another library', async () => {
  const { root } = await stocked(5)
  const path = join(root, '.lectern', 'index.db')
  const one = await openLibrary(root)
  await one.reconciler.whole()
  const rows = listOf(one.library)
  await one.close()
  const damages = [() => rm(path), () => writeFile(path, 'no database'), () => writeFile(path, '')]
  for (const damage of damages) {
    await damage()
    const again = await openLibrary(root)
    await again.reconciler.whole()
    expect(listOf(again.library)).toEqual(rows)
    await again.close()
  }
})

test('nothing is read again at a start where nothing has changed', async () => {
  const { root, ids } = await stocked(3)
  const path = join(root, 'articles', ids[0] as ArticleId, 'article.json')
  const wholeSecond = new Date('2026-01-02T03:04:05Z')
  await utimes(path, wholeSecond, wholeSecond)
  const first = await openLibrary(root)
  await first.reconciler.whole()
  await first.close()
  // Would be noticed if it were read: size and time are the same.
  await writeFile(path, (await readFile(path, 'utf8')).replace('Story 0', 'Story X'))
  await utimes(path, wholeSecond, wholeSecond)
  const { library, reconciler } = await openLibrary(root)
  await reconciler.whole()
  expect(listOf(library).map(({ title }) => title)).toContain('Story 0')
})
