import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { UsageError } from '../../../main/cli/command.ts'
import { feeds as command } from '../../../main/cli/feeds.ts'
import { entry, feedOf, openFeeds } from './followed-feeds.ts'
import { temporaryFolder } from './folder.ts'
import { valueOf } from './opened-library.ts'

beforeEach(async () => {
  vi.stubEnv('XDG_CONFIG_HOME', await temporaryFolder())
})

async function run(root: string, words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const flags = words.filter((word) => word.startsWith('--')).map((word) => [word.slice(2), true])
  const code = await command.run(
    { positionals: words.filter((word) => !word.startsWith('--')), values: Object.fromEntries(flags) },
    { root, isJson: words.includes('--json'), out: (text) => out.push(text), err: (text) => err.push(text) },
  )
  return { code, out, err }
}

const url = 'https://tides.example/feed'
const one = entry('One', '2025-10-05T08:00:00.000Z')
const two = entry('Two')

/** A library that follows one feed with two entries. */
async function followed(): Promise<string> {
  const { feeds, pages, root, close } = await openFeeds()
  pages.set(url, { at: feedOf('Tides', [one, two]) })
  valueOf(await feeds.add(url))
  await close()
  return root
}

test('lectern feeds lists what is followed, and how much of it is new', async () => {
  const root = await followed()
  const { out } = await run(root, [])
  expect(out).toEqual([
    expect.stringMatching(/^[0-9a-z]{12} {2}Tides {2}https:\/\/tides\.example\/feed {2}\(2 new\)$/),
  ])
  const [json] = JSON.parse((await run(root, ['list', '--json'])).out.join(''))
  expect(json).toMatchObject({ url, title: 'Tides', site: null, folders: [], new: 2, error: null })
})

test('lectern feeds new shows the entries by feed, with the ids they are kept and put away by', async () => {
  const root = await followed()
  expect((await run(root, ['new'])).out).toEqual([
    'Tides',
    `  ${two.id}              Two`,
    `  ${one.id}  2025-10-05  One`,
  ])
  expect(await run(root, ['seen', two.id.slice(0, 6)])).toMatchObject({ code: 0, out: ['Two  put away'] })
  expect((await run(root, ['new', 'tides.example/feed/'])).out).toHaveLength(2)
  expect((await run(root, ['new', '--all'])).out).toHaveLength(3)
  expect((await run(root, ['seen', '--all'])).out).toEqual(['1 entry put away'])
  const rows = JSON.parse((await run(root, ['new', '--all', '--json'])).out.join(''))
  expect(rows).toMatchObject([
    { title: 'Two', seen: true, feed: { title: 'Tides' } },
    { title: 'One', seen: true },
  ])
})

test('lectern feeds remove takes a feed by its title, and what is not followed is said', async () => {
  const root = await followed()
  const unknown = await run(root, ['remove', 'Gulls'])
  expect(unknown).toMatchObject({ code: 1, out: [] })
  expect(unknown.err[0]).toContain('Gulls: no feed that is followed')
  expect((await run(root, ['remove', 'tides'])).out).toEqual(['Tides  is no longer followed'])
  expect((await run(root, ['list'])).out).toEqual([])
})

test('lectern feeds export prints a list that every reader takes', async () => {
  const root = await followed()
  expect((await run(root, ['export'])).out.join('')).toContain(`xmlUrl="${url}"`)
})

test('looking at the feeds writes nothing', async () => {
  const root = join(await temporaryFolder(), 'library')
  expect(await run(root, ['list'])).toEqual({ code: 0, out: [], err: [] })
  await expect(readdir(root)).rejects.toThrow('ENOENT')
})

test.each([[['fetch']], [['add']], [['list', 'x']], [['keep', '--all']]])(
  'lectern feeds %j is wrong usage',
  async (words) => {
    await expect(run('/nowhere', words)).rejects.toThrow(UsageError)
  },
)
