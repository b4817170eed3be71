import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Backups } from '../../../main/library/backup/backups.ts'
import { feedIdOf } from '../../../main/library/feeds/feed-id.ts'
import { verify } from '../../../main/library/verify.ts'
import { temporaryFolder } from './folder.ts'
import { entry, feedOf, openFeeds, rowsOf, titlesOf } from './followed-feeds.ts'
import { valueOf } from './opened-library.ts'

const tides = 'https://tides.example/feed'
const gulls = 'https://gulls.example/feed'

test('a feed that is followed shows what is new in it, the newest first', async () => {
  const { feeds, pages } = await openFeeds()
  const entries = [entry('Older', '2025-10-01T00:00:00.000Z'), entry('Newer', '2025-10-05T00:00:00.000Z')]
  pages.set(tides, { at: feedOf('Tides', entries) })
  const added = valueOf(await feeds.add(tides))
  expect(added).toMatchObject({ title: 'Tides', url: tides, fresh: 2, error: null })
  expect(await titlesOf(feeds)).toEqual(['Newer', 'Older'])
})

test('entries stand feed by feed, the feed with the newest first', async () => {
  const { feeds, pages } = await openFeeds()
  pages.set(tides, {
    at: feedOf('Tides', [entry('A', '2025-10-01T00:00:00.000Z'), entry('B', '2025-10-03T00:00:00.000Z')]),
  })
  pages.set(gulls, { at: feedOf('Gulls', [entry('C', '2025-10-02T00:00:00.000Z')]) })
  for (const url of [gulls, tides]) valueOf(await feeds.add(url))
  expect(await titlesOf(feeds)).toEqual(['B', 'A', 'C'])
})

test('a date to come does not keep an entry on top', async () => {
  const { feeds, pages } = await openFeeds()
  pages.set(tides, { at: feedOf('Tides', [entry('Tomorrow', '2999-01-01T00:00:00.000Z')]) })
  valueOf(await feeds.add(tides))
  pages.set(gulls, { at: feedOf('Gulls', [entry('Undated')]) })
  valueOf(await feeds.add(gulls))
  expect(await titlesOf(feeds)).toEqual(['Undated', 'Tomorrow'])
})

test('the address of a site leads to the feed that its page names', async () => {
  const { feeds, pages, asked } = await openFeeds()
  const named = ['https://tides.example/comments/feed', tides]
  pages.set('https://tides.example', { at: { kind: 'page', feeds: named } })
  pages.set(tides, { at: feedOf('Tides', []) })
  expect(valueOf(await feeds.add('tides.example'))).toMatchObject({ url: tides, title: 'Tides' })
  expect(asked.map(({ url }) => url)).toEqual(['https://tides.example', tides])
})

test('an address without a feed is refused with a word of its own', async () => {
  const { feeds, pages } = await openFeeds()
  pages.set('https://tides.example', { at: { kind: 'page', feeds: [] } })
  const error = { code: 'feed-none', url: 'https://tides.example' }
  expect(await feeds.add('tides.example')).toEqual({ ok: false, error })
})

test('what has no headline is listed by its beginning', async () => {
  const { feeds, pages } = await openFeeds()
  const words = 'They have kept the lamp for forty years and nobody has asked them why'
  const untitled = [`${words}.`, `${words}, or even how they do it.`].map((summary) => ({
    ...entry(summary),
    title: null,
    summary,
  }))
  pages.set(tides, { at: feedOf('Tides', untitled) })
  valueOf(await feeds.add(tides))
  expect(await titlesOf(feeds)).toEqual([`${words}.`, `${words}, or even…`])
})

test('a feed that a page names is asked for in its name: the net leads nobody into their own network', async () => {
  const { feeds, pages, asked } = await openFeeds()
  pages.set(tides, { at: { kind: 'page', feeds: ['http://localhost:631/feed'] } })
  await feeds.add(tides)
  expect(asked).toMatchObject([{ url: tides }, { url: 'http://localhost:631/feed', from: tides }])
  expect(asked[0]).not.toHaveProperty('from')
})

test('a feed that is followed is not followed twice', async () => {
  const { feeds, pages } = await openFeeds()
  pages.set(tides, { at: feedOf('Tides', [entry('One')]) })
  const first = valueOf(await feeds.add(tides))
  expect(valueOf(await feeds.add(` feed:${tides} `))).toEqual(first)
  expect(valueOf(await feeds.list()).feeds).toHaveLength(1)
})

test('nothing is asked until the reader asks, and then only for what is new', async () => {
  const { feeds, pages, asked } = await openFeeds()
  pages.set(tides, { at: feedOf('Tides', [entry('One')]), etag: 'a' })
  valueOf(await feeds.add(tides))
  await feeds.list()
  await rowsOf(feeds)
  expect(asked).toHaveLength(1)
  expect(valueOf(await feeds.check(undefined))).toEqual({ checked: 1, found: 0, failed: [] })
  expect(asked.at(-1)).toEqual({ url: tides, etag: 'a' })
  pages.set(tides, { at: feedOf('Tides', [entry('Two'), entry('One')]), etag: 'b' })
  expect(valueOf(await feeds.check(undefined))).toEqual({ checked: 1, found: 1, failed: [] })
  expect(await titlesOf(feeds)).toEqual(['Two', 'One'])
})

test('a feed that fails is named, keeps what it had, and does not stop the others', async () => {
  const { feeds, pages, events } = await openFeeds()
  for (const [url, title] of [
    [tides, 'Tides'],
    [gulls, 'Gulls'],
  ] as const) {
    pages.set(url, { at: feedOf(title, [entry(`One of ${title}`)]) })
    valueOf(await feeds.add(url))
  }
  pages.delete(tides)
  pages.set(gulls, { at: feedOf('Gulls', [entry('Another'), entry('One of Gulls')]) })
  const error = { code: 'address-status', url: tides, status: 404 }
  const check = valueOf(await feeds.check(undefined))
  expect(check).toMatchObject({ checked: 2, found: 1, failed: [{ title: 'Tides', error }] })
  expect((await titlesOf(feeds)).sort()).toEqual(['Another', 'One of Gulls', 'One of Tides'])
  expect(valueOf(await feeds.list()).feeds.map((feed) => feed.error)).toEqual([null, error])
  const done = events.flatMap((event) => (event.kind === 'progress' ? [`${event.done}/${event.total}`] : []))
  expect(done).toEqual(['0/2', '1/2', '2/2', '2/2'])
})

test('what was put away is no longer new, and comes back when that is undone', async () => {
  const { feeds, pages } = await openFeeds()
  const [one, two] = [entry('One'), entry('Two')]
  pages.set(tides, { at: feedOf('Tides', [one, two]) })
  valueOf(await feeds.add(tides))
  valueOf(await feeds.mark([one.id], true))
  expect(await titlesOf(feeds)).toEqual(['Two'])
  expect((await rowsOf(feeds, 'all')).map(({ isSeen }) => isSeen)).toEqual([true, false])
  valueOf(await feeds.mark([one.id], false))
  expect(await titlesOf(feeds)).toEqual(['One', 'Two'])
  expect(valueOf(await feeds.markAll(null)).entryIds).toEqual([one.id, two.id])
  expect(await titlesOf(feeds)).toEqual([])
})

test('what is new stays when it falls out of its feed; what was put away goes, and its mark with it', async () => {
  const { feeds, pages, root } = await openFeeds()
  const [one, two, three] = [entry('One'), entry('Two'), entry('Three')]
  pages.set(tides, { at: feedOf('Tides', [one, two]) })
  valueOf(await feeds.add(tides))
  valueOf(await feeds.mark([one.id], true))
  pages.set(tides, { at: feedOf('Tides', [three]) })
  valueOf(await feeds.check(undefined))
  expect(await titlesOf(feeds, 'all')).toEqual(['Three', 'Two'])
  const file = JSON.parse(await readFile(join(root, 'feeds.d0000000000a.json'), 'utf8'))
  expect(file.marks).toEqual([])
})

test('an entry that is kept becomes an article and is no longer new', async () => {
  const { feeds, pages, titles } = await openFeeds()
  const one = entry('One')
  pages.set(tides, { at: feedOf('Tides', [one]) })
  valueOf(await feeds.add(tides))
  expect(valueOf(await feeds.keep(one.id, false)).title).toBe('One')
  expect(titles()).toEqual(['One'])
  expect(await titlesOf(feeds)).toEqual([])
  expect(await feeds.keep(entry('None').id, false)).toMatchObject({ error: { code: 'entry-gone' } })
})

test('a feed that is no longer followed goes with its entries, and comes back with them', async () => {
  const { feeds, pages } = await openFeeds()
  pages.set(tides, { at: feedOf('Tides', [entry('One')]) })
  const { id } = valueOf(await feeds.add(tides))
  valueOf(await feeds.remove(id))
  expect(valueOf(await feeds.list()).feeds).toEqual([])
  expect(await titlesOf(feeds)).toEqual([])
  expect(valueOf(await feeds.restore(id))).toMatchObject({ title: 'Tides', fresh: 1 })
  expect(await titlesOf(feeds)).toEqual(['One'])
})

test('a reading list is followed without asking anybody, each feed once', async () => {
  const { feeds, lists, asked } = await openFeeds()
  const listed = (url: string, title: string | null) => ({ url, title, siteUrl: null, folders: ['Sea'] })
  lists.set('sea.opml', [listed(tides, 'Tides'), listed(gulls, null)])
  const source = {
    name: 'sea.opml',
    bytes: new Uint8Array(),
    modified: null,
    now: '2026-01-01T00:00:00.000Z',
  }
  expect(valueOf(await feeds.importList(source))).toEqual({ added: 2, known: 0 })
  expect(valueOf(await feeds.importList(source))).toEqual({ added: 0, known: 2 })
  expect(asked).toEqual([])
  const all = valueOf(await feeds.list()).feeds
  expect(all.map(({ title, folders, checkedAt }) => [title, folders, checkedAt])).toEqual([
    ['gulls.example', ['Sea'], null],
    ['Tides', ['Sea'], null],
  ])
  expect(valueOf(await feeds.exportList()).opml.split('\n')).toHaveLength(2)
})

test('what another device follows and puts away counts here, and its file is never written', async () => {
  const here = await openFeeds()
  const one = entry('One')
  here.pages.set(tides, { at: feedOf('Tides', [one, entry('Two')]) })
  const { id } = valueOf(await here.feeds.add(tides))
  await here.close()
  const there = await openFeeds({ root: here.root, device: 'd0000000000b' })
  valueOf(await there.feeds.mark([one.id], true))
  expect(await titlesOf(there.feeds)).toEqual(['Two'])
  expect(await titlesOf(here.feeds)).toEqual(['Two'])
  const before = await readFile(join(here.root, 'feeds.d0000000000a.json'), 'utf8')
  valueOf(await there.feeds.remove(id))
  expect(valueOf(await here.feeds.list()).feeds).toEqual([])
  expect(await readFile(join(here.root, 'feeds.d0000000000a.json'), 'utf8')).toBe(before)
})

test('what was fetched may be deleted: the feeds are still followed, and are asked in full', async () => {
  const here = await openFeeds()
  here.pages.set(tides, { at: feedOf('Tides', [entry('One')]), etag: 'a' })
  valueOf(await here.feeds.add(tides))
  await here.close()
  await rm(join(here.root, '.lectern', 'feeds'), { recursive: true })
  const again = await openFeeds({ root: here.root })
  again.pages.set(tides, { at: feedOf('Tides', [entry('One')]), etag: 'a' })
  expect(valueOf(await again.feeds.list()).feeds).toMatchObject([
    { title: 'Tides', fresh: 0, checkedAt: null },
  ])
  expect(valueOf(await again.feeds.check(undefined)).found).toBe(1)
  expect(again.asked).toEqual([{ url: tides, etag: null }])
})

test('a damaged list of feeds is set aside and told of, and feeds can be followed again', async () => {
  const here = await openFeeds()
  await writeFile(join(here.root, 'feeds.d0000000000a.json'), '{"format":')
  expect(valueOf(await here.feeds.list()).feeds).toEqual([])
  expect(here.library.parts.incidents.all).toMatchObject([
    { kind: 'set-aside', path: 'feeds.d0000000000a.json' },
  ])
  expect(await readdir(join(here.root, 'damaged'))).toHaveLength(1)
  here.pages.set(tides, { at: feedOf('Tides', []) })
  valueOf(await here.feeds.add(tides))
  expect(valueOf(await here.feeds.list()).feeds).toHaveLength(1)
})

test('a backup brings back what was followed and put away; what was done since stands', async () => {
  const here = await openFeeds()
  const [one, two] = [entry('One'), entry('Two')]
  here.pages.set(tides, { at: feedOf('Tides', [one, two]) })
  here.pages.set(gulls, { at: feedOf('Gulls', []) })
  for (const url of [tides, gulls]) valueOf(await here.feeds.add(url))
  valueOf(await here.feeds.mark([one.id], true))
  const path = join(await temporaryFolder(), 'backup.zip')
  valueOf(await new Backups(here.library, here.notes).write(path))

  const empty = await openFeeds()
  const into = new Backups(empty.library, empty.notes)
  valueOf(await into.apply(valueOf(await into.read(path)).restoreId))
  expect(valueOf(await empty.feeds.list()).feeds.map(({ title }) => title)).toEqual(['Gulls', 'Tides'])
  empty.pages.set(tides, { at: feedOf('Tides', [one, two]) })
  valueOf(await empty.feeds.check([feedIdOf(tides)]))
  expect(await titlesOf(empty.feeds)).toEqual(['Two'])

  valueOf(await here.feeds.remove(feedIdOf(gulls)))
  const again = new Backups(here.library, here.notes)
  valueOf(await again.apply(valueOf(await again.read(path)).restoreId))
  expect(valueOf(await here.feeds.list()).feeds.map(({ title }) => title)).toEqual(['Tides'])
})

test('where a list of feeds is damaged, the check of the library says so', async () => {
  const { library, reconciler, root } = await openFeeds()
  await writeFile(join(root, 'feeds.d0000000000b.json'), '[]')
  const { findings } = await verify(library, reconciler, 'look')
  expect(findings).toMatchObject([{ path: 'feeds.d0000000000b.json' }])
})
