import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { feedIdOf } from '../../../main/library/feeds/feed-id.ts'
import type { Feeds } from '../../../main/library/feeds/feeds.ts'
import { verify } from '../../../main/library/verify.ts'
import { temporaryFolder } from './folder.ts'
import { entry, feedOf, openFeeds } from './followed-feeds.ts'
import { valueOf } from './opened-library.ts'

const name = 'feeds.d0000000000a.json'
const tides = 'https://tides.example/feed'
const gulls = 'https://gulls.example/feed'

async function followedBy(feeds: Feeds): Promise<string[]> {
  return valueOf(await feeds.list()).feeds.map(({ url }) => url)
}

/** A closed library in which this device follows one feed and has put one of its entries away. */
async function followed() {
  const root = join(await temporaryFolder(), 'library')
  const here = await openFeeds({ root })
  const one = entry('One')
  here.pages.set(tides, { at: feedOf('Tides', [one, entry('Two')]) })
  valueOf(await here.feeds.add(tides))
  valueOf(await here.feeds.mark([one.id], true))
  await here.close()
  return { root, path: join(root, name) }
}

/** As it would be when a synchroniser is through with it. */
async function settle(path: string): Promise<void> {
  const minuteAgo = Date.now() / 1000 - 60
  await utimes(path, minuteAgo, minuteAgo)
}

test.each([
  ['damaged', (path: string) => writeFile(path, '{"format":')],
  ['empty', (path: string) => writeFile(path, '')],
  ['gone', (path: string) => rm(path)],
])('a list of feeds that is %s comes back from its snapshot, and it is said', async (_how, spoil) => {
  const { root, path } = await followed()
  const before = await readFile(path)
  await spoil(path)
  const { feeds, library } = await openFeeds({ root })
  expect(valueOf(await feeds.list()).feeds).toMatchObject([{ url: tides, fresh: 1 }])
  expect(await readFile(path)).toEqual(before)
  const [incident] = library.parts.incidents.all
  expect(incident).toMatchObject({ kind: 'restored', from: 'snapshot', path: name })
})

test('a list that goes bad while the app runs is written again from memory', async () => {
  const { root, path } = await followed()
  const { feeds, library } = await openFeeds({ root })
  expect(await followedBy(feeds)).toEqual([tides])
  await writeFile(path, 'garbage')
  expect(await followedBy(feeds)).toEqual([tides])
  expect(JSON.parse(await readFile(path, 'utf8')).subscriptions).toHaveLength(1)
  expect(library.parts.incidents.all).toMatchObject([{ kind: 'restored', from: 'memory', path: name }])
})

test('an older state that a synchroniser brings back takes nothing away', async () => {
  const { root, path } = await followed()
  const older = await readFile(path)
  const { feeds, pages } = await openFeeds({ root })
  pages.set(gulls, { at: feedOf('Gulls', []) })
  valueOf(await feeds.add(gulls))
  await writeFile(path, older)
  expect(await followedBy(feeds)).toEqual([gulls, tides])
})

test('a conflict copy of this device’s own list is taken in, and becomes a snapshot', async () => {
  const { root, path } = await followed()
  await rename(path, join(root, 'feeds.d0000000000a (conflict).json'))
  await rm(join(root, 'snapshots'), { recursive: true })
  const { feeds, pages } = await openFeeds({ root })
  pages.set(gulls, { at: feedOf('Gulls', []) })
  valueOf(await feeds.add(gulls))
  expect(await followedBy(feeds)).toEqual([gulls, tides])
  expect((await readdir(root)).filter((each) => each.startsWith('feeds.'))).toEqual([name])
  expect((await readdir(join(root, 'snapshots', 'library'))).length).toBeGreaterThan(0)
})

test('another device’s list that is damaged is what it was, and is left to its own device', async () => {
  const { root } = await followed()
  const there = await openFeeds({ root, device: 'd0000000000b' })
  there.pages.set(gulls, { at: feedOf('Gulls', []) })
  valueOf(await there.feeds.add(gulls))
  await there.close()
  await rm(join(root, 'snapshots', 'library'), { recursive: true })
  const here = await openFeeds({ root })
  expect(await followedBy(here.feeds)).toEqual([gulls, tides])
  const theirs = join(root, 'feeds.d0000000000b.json')
  await writeFile(theirs, 'half')
  expect(await followedBy(here.feeds)).toEqual([gulls, tides])
  expect(here.library.parts.incidents.all).toEqual([]) // it may still be on its way
  await settle(theirs)
  expect(await followedBy(here.feeds)).toEqual([gulls, tides])
  expect(here.library.parts.incidents.all).toMatchObject([
    { kind: 'unreadable', path: 'feeds.d0000000000b.json' },
  ])
  expect(await readFile(theirs, 'utf8')).toBe('half')
})

test('a list of a newer Lectern is left alone, and said to be so; it is read once it can be', async () => {
  const { root, path } = await followed()
  const before = await readFile(path)
  await writeFile(path, '{"format":999}')
  const { feeds, pages } = await openFeeds({ root })
  const newer = { ok: false, error: { code: 'library-newer', path, format: 999 } }
  expect(await feeds.list()).toEqual(newer)
  pages.set(gulls, { at: feedOf('Gulls', []) })
  expect(await feeds.add(gulls)).toEqual(newer)
  expect(await readFile(path, 'utf8')).toBe('{"format":999}')
  await writeFile(path, before)
  expect(await followedBy(feeds)).toEqual([tides])
})

test('a library that is only looked at says that its list of feeds is damaged, and leaves it', async () => {
  const { root, path } = await followed()
  await writeFile(path, 'garbage')
  const { feeds } = await openFeeds({ root, readOnly: { code: 'library-denied', path: root } })
  expect(await feeds.list()).toMatchObject({ ok: false, error: { code: 'library-damaged', path } })
  expect(await readFile(path, 'utf8')).toBe('garbage')
})

test('a check of the library finds a damaged list; mending brings it back', async () => {
  const { root, path } = await followed()
  await writeFile(path, '[]')
  const { library, reconciler, feeds } = await openFeeds({ root })
  const found = { path: name, problem: 'it names no format', isHarmless: false }
  expect((await verify(library, reconciler, 'look')).findings).toEqual([{ ...found, mended: null }])
  const { findings } = await verify(library, reconciler, 'mend')
  expect(findings).toEqual([{ ...found, mended: expect.stringMatching(/^restored \(snapshot/) }])
  expect(await followedBy(feeds)).toEqual([tides])
})

test('a snapshot of feeds that can’t be read is found, and harms nobody', async () => {
  const { root } = await followed()
  const folder = join(root, 'snapshots', 'library')
  await mkdir(folder, { recursive: true })
  const bad = 'feeds.d0000000000a.20260101T000000000Z.json'
  await writeFile(join(folder, bad), '{')
  const { library, reconciler } = await openFeeds({ root })
  const { findings } = await verify(library, reconciler, 'look')
  expect(findings).toMatchObject([{ path: `snapshots/library/${bad}`, isHarmless: true }])
})

test('what was removed stays removed when an older state of the list comes back', async () => {
  const { root, path } = await followed()
  const older = await readFile(path)
  const { feeds } = await openFeeds({ root })
  valueOf(await feeds.remove(feedIdOf(tides)))
  await writeFile(path, older)
  expect(await followedBy(feeds)).toEqual([])
})
