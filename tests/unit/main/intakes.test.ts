import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Intakes } from '../../../main/intake/intakes.ts'
import { Pictures } from '../../../main/library/pictures.ts'
import type { IntakeProgress } from '../../../src/model/collection.ts'
import { deskWith, type MadeItem } from './fake-desk.ts'
import { temporaryFolder } from './folder.ts'
import { listOf, newStory, openLibrary, valueOf } from './opened-library.ts'

const options = { loadsPages: false, keepsPictures: false }

function story(key: string, more: Partial<MadeItem> = {}): MadeItem {
  const text = `Lamp ${key}\n\nThe keeper of lamp ${key} went up at dusk.\n\nHe came down at dawn.\n`
  return { key, text, ...more }
}

async function openIntakes(items: readonly MadeItem[], root?: string) {
  const opened = await openLibrary(root ?? join(await temporaryFolder(), 'library'))
  const { library, notes, events } = opened
  const { desk, id } = await deskWith(items)
  const into = { library, notes, pictures: new Pictures(library) }
  const intakes = new Intakes(into, desk, (event) => events.push(event))
  return { ...opened, intakes, collectionId: id }
}

type Opened = Awaited<ReturnType<typeof openIntakes>>

async function takenIn({ intakes, collectionId }: Opened): Promise<IntakeProgress> {
  const { id } = valueOf(await intakes.start(collectionId, options, undefined))
  return ended({ intakes }, id)
}

async function ended({ intakes }: Pick<Opened, 'intakes'>, id: string): Promise<IntakeProgress> {
  for (;;) {
    const { progress } = valueOf(await intakes.report(id))
    if (progress.state !== 'running') return progress
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('a collection is taken in with dates, state and notes, and taken in again it adds nothing', async () => {
  const items = ['1', '2', '3'].map((key) => story(key, { quotes: ['went up at dusk', 'nowhere at all'] }))
  const opened = await openIntakes(items)
  expect(await takenIn(opened)).toMatchObject({ state: 'ended', total: 3, done: 3, added: 3, failed: 0 })
  const rows = listOf(opened.library)
  expect(rows.map(({ title }) => title).sort()).toEqual(['Lamp 1', 'Lamp 2', 'Lamp 3'])
  for (const row of rows)
    expect(row).toMatchObject({ addedAt: '2020-05-01T00:00:00.000Z', notes: 2, reading: { isStarred: true } })
  const page = valueOf(await opened.notes.page(rows[0]!.id))
  const kinds = page.shelf.merged.notes.map((note) => page.shelf.anchorOf(note)?.kind)
  expect(new Set(kinds)).toEqual(new Set(['exact', 'lost']))
  expect(await takenIn(opened)).toMatchObject({ added: 0, same: 3, done: 3 })
  expect(listOf(opened.library)).toHaveLength(3)
})

test('items that do not say when they were saved are listed in the order of their source', async () => {
  const items = ['1', '2', '3', '4', '5'].map((key) => story(key, { isUndated: true }))
  const opened = await openIntakes(items)
  await takenIn(opened)
  const titles = listOf(opened.library).map(({ title }) => title)
  expect(titles).toEqual(['Lamp 1', 'Lamp 2', 'Lamp 3', 'Lamp 4', 'Lamp 5'])
})

test('of an article that is there only what it lacks is brought in', async () => {
  const url = 'https://harbour.example/lamp'
  const opened = await openIntakes([story('1', { url, quotes: ['went up at dusk', 'came down'] })])
  const { library, notes } = opened
  const mine = newStory({ title: 'My lamp' })
  const { id } = valueOf(await library.add({ ...mine, draft: { ...mine.draft, url } }))
  expect(await takenIn(opened)).toMatchObject({ added: 0, extended: 1 })
  const { shelf } = valueOf(await notes.page(id))
  expect(shelf.merged.notes).toHaveLength(2)
  expect(shelf.article.title).toBe('My lamp')
  valueOf(await notes.remove(id, shelf.merged.notes[0]!.id))
  expect(await takenIn(opened)).toMatchObject({ added: 0, extended: 0, same: 1 })
  expect(valueOf(await notes.page(id)).shelf.merged.notes).toHaveLength(1)
})

test('an item that can’t be read is named with its reason, the others come in, and it can be tried again', async () => {
  const broken = story('2', { isBroken: true })
  const opened = await openIntakes([story('1'), broken, story('3')])
  const { id, ...first } = await takenIn(opened)
  expect(first).toMatchObject({ added: 2, failed: 1, done: 3 })
  const report = valueOf(await opened.intakes.report(id))
  expect(report.failures).toMatchObject([{ index: 1, title: 'Lamp 2', error: { code: 'text-missing' } }])
  broken.isBroken = false
  valueOf(await opened.intakes.resume(id))
  expect(await ended(opened, id)).toMatchObject({ added: 3, failed: 0, done: 3 })
  expect(valueOf(await opened.intakes.report(id)).failures).toEqual([])
})

test('cancelled in the middle it leaves whole articles, and can be gone on with', async () => {
  const items: MadeItem[] = Array.from({ length: 60 }, (_, index) => story(String(index)))
  const opened = await openIntakes(items)
  const { intakes, library } = opened
  const { id } = valueOf(await intakes.start(opened.collectionId, options, undefined))
  await new Promise((resolve) => setTimeout(resolve, 30))
  const cancelled = valueOf(await intakes.cancel(id))
  expect(cancelled.state).toBe('cancelled')
  expect(cancelled.done).toBeLessThan(60)
  expect(listOf(library)).toHaveLength(cancelled.added)
  valueOf(await intakes.resume(id))
  expect(await ended(opened, id)).toMatchObject({ state: 'ended', added: 60, done: 60 })
})

test('what the end of the app interrupted waits, and is gone on with without anything coming in twice', async () => {
  const root = join(await temporaryFolder(), 'library')
  const items: MadeItem[] = Array.from({ length: 60 }, (_, index) => story(String(index)))
  const first = await openIntakes(items, root)
  valueOf(await first.intakes.start(first.collectionId, options, undefined))
  await new Promise((resolve) => setTimeout(resolve, 30))
  await first.intakes.close()
  await first.close()

  const second = await openIntakes(items, root)
  await second.reconciler.whole()
  const [waiting] = await second.intakes.list()
  expect(waiting).toMatchObject({ state: 'waiting', name: 'shelf.json', total: 60 })
  valueOf(await second.intakes.resume(waiting!.id))
  const { added, same } = await ended(second, waiting!.id)
  expect(added + same).toBe(60)
  expect(same).toBeGreaterThan(0)
  expect(listOf(second.library)).toHaveLength(60)
  valueOf(await second.intakes.forget(waiting!.id))
  expect(await second.intakes.list()).toEqual([])
})

test('two items of one address become one article', async () => {
  const url = 'https://harbour.example/lamp'
  const opened = await openIntakes([story('1', { url }), story('2', { url: `${url}?utm_source=mail` })])
  expect(await takenIn(opened)).toMatchObject({ added: 1, same: 1 })
})
