import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Intakes } from '../../../main/intake/intakes.ts'
import { Pictures } from '../../../main/library/pictures.ts'
import type { LibraryEvent } from '../../../src/contract.ts'
import { purgeRemoved } from '../../../src/merge/purge.ts'
import type { IntakeProgress } from '../../../src/model/collection.ts'
import { deskWith, type MadeItem } from './fake-desk.ts'
import { temporaryFolder } from './folder.ts'
import { listOf, newStory, openLibrary, valueOf } from './opened-library.ts'

const options = { loadsPages: false, keepsPictures: false }

function story(key: string, more: Partial<MadeItem> = {}): MadeItem {
  const text = `Lamp ${key}\n\nThe keeper of lamp ${key} went up at dusk.\n\nHe came down at dawn.\n`
  return { key, text, ...more }
}

async function openIntakes(items: readonly MadeItem[], root?: string, clock?: () => string) {
  const given = clock === undefined ? {} : { clock }
  const opened = await openLibrary(root ?? join(await temporaryFolder(), 'library'), given)
  const { library, notes, events } = opened
  const { desk, id } = await deskWith(items)
  const into = { library, notes, pictures: new Pictures(library) }
  const publish = (event: LibraryEvent) => void events.push(event)
  const intakes = new Intakes({ into, desk, publish, listed: () => opened.reconciler.whole() })
  return { ...opened, intakes, collectionId: id }
}

type Opened = Awaited<ReturnType<typeof openIntakes>>

async function takenIn({ intakes, collectionId }: Opened, how = options): Promise<IntakeProgress> {
  const { id } = valueOf(await intakes.start(collectionId, how, undefined))
  return ended({ intakes }, id)
}

/** The same library after the app was ended and started again; what it is asked to read is these items. */
async function restarted(before: Opened, items: readonly MadeItem[], clock?: () => string): Promise<Opened> {
  await before.intakes.close()
  await before.close()
  return openIntakes(items, before.library.options.root, clock)
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

test('what failed is told of after the next start too, and tried again by itself, until all of it came in', async () => {
  const items = [story('1'), story('2', { isBroken: true }), story('3')]
  const first = await openIntakes(items)
  const { id } = await takenIn(first)

  const read: string[] = []
  const mended = ['1', '2', '3'].map((key) => story(key, { onRead: () => void read.push(key) }))
  const second = await restarted(first, mended)
  expect(await second.intakes.list()).toMatchObject([{ id, state: 'ended', added: 2, failed: 1, done: 3 }])
  const { failures } = valueOf(await second.intakes.report(id))
  expect(failures).toEqual([
    { index: 1, title: 'Lamp 2', error: { code: 'text-missing', name: 'shelf.json' } },
  ])
  valueOf(await second.intakes.resume(id))
  expect(await ended(second, id)).toMatchObject({ state: 'ended', added: 3, same: 0, failed: 0, done: 3 })
  expect(read).toEqual(['2'])

  const third = await restarted(second, mended)
  expect(await third.intakes.list()).toEqual([])
})

test('a report that was put away does not come back', async () => {
  const items = [story('1', { isBroken: true })]
  const first = await openIntakes(items)
  const { id } = await takenIn(first)
  valueOf(await first.intakes.forget(id))
  expect(await (await restarted(first, items)).intakes.list()).toEqual([])
})

test.each([
  [29, 1],
  [31, 0],
])('%i days after, %i report is left of what failed', async (days, reports) => {
  const items = [story('1', { isBroken: true })]
  const first = await openIntakes(items, undefined, () => '2026-01-01T00:00:00.000Z')
  await takenIn(first)
  const then = new Date(Date.UTC(2026, 0, 1 + days)).toISOString()
  const second = await restarted(first, items, () => then)
  expect(await second.intakes.list()).toHaveLength(reports)
})

test('the same collection handed in once more takes the place of the report of what failed', async () => {
  const broken = story('1', { isBroken: true })
  const opened = await openIntakes([broken])
  await takenIn(opened)
  broken.isBroken = false
  await takenIn(opened)
  expect(await opened.intakes.list()).toMatchObject([{ added: 1, failed: 0 }])
})

test('an item that came in without its page is counted once, however often it is tried again', async () => {
  const link = story('1', { url: 'http://127.0.0.1:1/lamp', isLink: true })
  const opened = await openIntakes([link])
  const counts = { added: 1, same: 0, failed: 1, done: 1, total: 1 }
  const first = await takenIn(opened, { loadsPages: true, keepsPictures: false })
  expect(first).toMatchObject(counts)
  const again = await restarted(opened, [link])
  valueOf(await again.intakes.resume(first.id))
  expect(await ended(again, first.id)).toMatchObject(counts)
})

test('gone on with twice at once it runs once', async () => {
  const read: string[] = []
  const items = ['1', '2'].map((key) => story(key, { isBroken: true, onRead: () => void read.push(key) }))
  const opened = await openIntakes(items)
  const { id } = await takenIn(opened)
  read.length = 0
  await Promise.all([opened.intakes.resume(id), opened.intakes.resume(id)])
  await ended(opened, id)
  expect(read.sort()).toEqual(['1', '2'])
})

test('it is cancelled at once, also where an item can’t be read to an end, and that item is still to come', async () => {
  let hangs = true
  const onRead = () => (hangs ? new Promise<void>(() => undefined) : undefined)
  const opened = await openIntakes([story('1'), story('2', { onRead }), story('3')])
  const { id } = valueOf(await opened.intakes.start(opened.collectionId, options, undefined))
  await expect.poll(() => listOf(opened.library)).toHaveLength(2)
  expect(valueOf(await opened.intakes.cancel(id))).toMatchObject({ state: 'cancelled', done: 2 })
  hangs = false
  valueOf(await opened.intakes.resume(id))
  expect(await ended(opened, id)).toMatchObject({ state: 'ended', added: 3, done: 3 })
})

test('tags come once: what the reader took away of them stays away when the same collection comes again', async () => {
  const urls = ['one', 'two'].map((name) => `https://harbour.example/${name}`)
  const items = [
    story('1', { url: urls[0]!, tags: ['coast', 'lamps'], isLink: true }),
    story('2', { url: urls[1]!, tags: ['coast', 'lamps'], quotes: ['went up at dusk'] }),
  ]
  const opened = await openIntakes(items)
  const { library } = opened
  const mine = newStory({ tags: ['mine'] })
  for (const url of urls) valueOf(await library.add({ ...mine, draft: { ...mine.draft, url } }))
  expect(await takenIn(opened)).toMatchObject({ added: 0, extended: 2 })
  for (const { id, tags } of listOf(library)) {
    expect(tags).toEqual(['mine', 'coast', 'lamps'])
    valueOf(await library.edit(id, { tags: ['mine', 'lamps'] }))
  }
  expect(await takenIn(opened)).toMatchObject({ extended: 0, same: 2 })
  for (const { tags } of listOf(library)) expect(tags).toEqual(['mine', 'lamps'])
})

test('a collection brings its tags to an article whose tags were changed, if it brings its first notes', async () => {
  const url = 'https://harbour.example/lamp'
  const opened = await openIntakes([story('1', { url, tags: ['coast'], quotes: ['went up at dusk'] })])
  const mine = newStory()
  const { id } = valueOf(await opened.library.add({ ...mine, draft: { ...mine.draft, url } }))
  valueOf(await opened.library.edit(id, { tags: ['mine'] }))
  await takenIn(opened)
  expect(listOf(opened.library)[0]?.tags).toEqual(['mine', 'coast'])
})

test('a text that comes to a link keeps the tags it had', async () => {
  const url = 'https://harbour.example/lamp'
  const opened = await openIntakes([story('1', { url, tags: ['coast'] })])
  const mine = newStory({ tags: ['mine'] })
  valueOf(await opened.library.add({ ...mine, draft: { ...mine.draft, url, isOnlyLink: true } }))
  expect(await takenIn(opened)).toMatchObject({ extended: 1 })
  expect(listOf(opened.library)[0]).toMatchObject({ tags: ['mine', 'coast'], isOnlyLink: false, versions: 2 })
})

test('a note that was removed stays away, also when the trash has been emptied since', async () => {
  const opened = await openIntakes([story('1', { quotes: ['went up at dusk', 'came down'] })])
  const { library, notes } = opened
  await takenIn(opened)
  const { id } = listOf(library)[0]!
  const { shelf } = valueOf(await notes.page(id))
  valueOf(await notes.remove(id, shelf.merged.notes[0]!.id))
  valueOf(await library.write(shelf, ({ own, all }) => purgeRemoved(own, all, '2999-01-01T00:00:00.000Z')))
  expect(shelf.merged.removed).toEqual([])
  expect(await takenIn(opened)).toMatchObject({ extended: 0, same: 1 })
  expect(shelf.merged.notes).toHaveLength(1)
})

test('notes that are new in the collection come in beside those that the reader made', async () => {
  const item = story('1', { quotes: ['went up at dusk'] })
  const opened = await openIntakes([item])
  const { library, notes } = opened
  await takenIn(opened)
  const { id } = listOf(library)[0]!
  valueOf(await notes.add(id, null, { body: 'Mine', color: 'yellow', tags: [] }))
  item.quotes = ['went up at dusk', 'came down']
  const again = await restarted(opened, [item])
  expect(await takenIn(again)).toMatchObject({ extended: 1 })
  expect(listOf(again.library)[0]?.notes).toBe(3)
})

test('an article that lies in the trash stays there, and is named', async () => {
  const url = 'https://harbour.example/2'
  const opened = await openIntakes([story('1'), story('2', { url }), story('3')])
  const { library } = opened
  await takenIn(opened)
  const [removed, ...kept] = listOf(library)
  valueOf(await library.remove(removed!.id))
  const { id, ...progress } = await takenIn(opened)
  expect(progress).toMatchObject({ added: 0, same: 3 })
  expect(listOf(library)).toHaveLength(kept.length)
  const { skipped } = valueOf(await opened.intakes.report(id))
  expect(skipped).toEqual([{ where: removed!.title, reason: 'removed' }])
})

test('what an earlier run brought in and did not list any more does not come in twice', async () => {
  const items = ['1', '2', '3'].map((key) => story(key))
  const first = await openIntakes(items)
  await takenIn(first)
  await first.close()
  await rm(first.library.layout.index)
  const second = await openIntakes(items, first.library.options.root)
  expect(await takenIn(second)).toMatchObject({ added: 0, same: 3 })
})
