import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { backup } from '../../../main/cli/backup.ts'
import type { Command } from '../../../main/cli/command.ts'
import { UsageError } from '../../../main/cli/command.ts'
import { restore } from '../../../main/cli/restore.ts'
import { verify } from '../../../main/cli/verify.ts'
import { richLibrary, writtenZip, zipOf } from './backed-up.ts'
import { temporaryFolder } from './folder.ts'

beforeEach(async () => {
  vi.stubEnv('XDG_CONFIG_HOME', await temporaryFolder())
})

type Said = { code: number; out: string[]; err: string[] }

async function run(command: Command, root: string, words: string[] = []): Promise<Said> {
  const out: string[] = []
  const err: string[] = []
  const flags = words.filter((word) => word.startsWith('--')).map((word) => [word.slice(2), true])
  const code = await command.run(
    { positionals: words.filter((word) => !word.startsWith('--')), values: Object.fromEntries(flags) },
    { root, isJson: words.includes('--json'), out: (text) => out.push(text), err: (text) => err.push(text) },
  )
  return { code, out, err }
}

async function backedUp() {
  const { root, ids } = await richLibrary()
  const zip = join(await temporaryFolder(), 'b.zip')
  const said = await run(backup, root, [zip])
  return { root, ids, zip, said, empty: join(await temporaryFolder(), 'library') }
}

test('lectern backup says where the zip is, and how much is in it', async () => {
  const { zip, said, root } = await backedUp()
  expect(said).toEqual({ code: 0, out: [expect.stringMatching(/b\.zip: 3 articles, \d+ kB$/)], err: [] })
  const json = JSON.parse((await run(backup, root, [zip, '--json'])).out.join('\n'))
  expect(json).toEqual({ path: zip, articles: 3, bytes: (await readFile(zip)).length })
})

test('a path is meant from where the command is typed', async () => {
  const { root } = await richLibrary()
  const folder = await temporaryFolder()
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
  expect((await run(backup, root, ['mine.zip'])).code).toBe(0)
  expect((await readFile(join(folder, 'mine.zip'))).length).toBeGreaterThan(0)
})

test('lectern restore --dry-run lists what it would do, and does nothing', async () => {
  const { zip, empty, ids } = await backedUp()
  const said = await run(restore, empty, [zip, '--dry-run'])
  expect(said.code).toBe(0)
  expect(said.out).toHaveLength(4)
  expect(said.out).toContain(`added     ${ids.first}  Tide table, corrected`)
  expect(said.out.at(-1)).toBe('3 to add, 0 to change, 0 changed on both sides, 0 the same')
  expect((await run(restore, empty, [zip, '--dry-run', '--json'])).out.join('')).toContain('"added": 3')
})

test('lectern restore says what it did, and a second time that all is the same', async () => {
  const { zip, empty } = await backedUp()
  expect((await run(restore, empty, [zip])).out.at(-1)).toBe('Restored: 3 added, 0 changed.')
  const again = JSON.parse((await run(restore, empty, [zip, '--json'])).out.join('\n'))
  expect(again).toMatchObject({ counts: { same: 3 }, items: [], done: { added: 0, changed: 0 } })
})

test('what is left out of a backup is said, and the command has failed', async () => {
  const { root, empty } = await backedUp()
  const zip = await writtenZip(
    await zipOf([
      ['lectern.json', await readFile(join(root, 'lectern.json'))],
      ['letter.txt', 'x'],
    ]),
  )
  expect(await run(restore, empty, [zip])).toMatchObject({
    code: 1,
    err: ['letter.txt: it is no file of a library. It is left out.'],
  })
})

test('what is no backup is said in a sentence', async () => {
  const { root } = await backedUp()
  const zip = await writtenZip(Buffer.from('no'))
  expect(await run(restore, root, [zip])).toEqual({
    code: 1,
    out: [],
    err: [
      'backup.zip: this is no backup of Lectern’s, or it is damaged: it is no zip, or the end of it is missing. Nothing was changed.',
    ],
  })
})

test('both take one file', async () => {
  for (const command of [backup, restore]) {
    await expect(run(command, '/nowhere')).rejects.toThrow(UsageError)
    await expect(run(command, '/nowhere', ['a', 'b'])).rejects.toThrow(UsageError)
  }
})

test('lectern verify finds what is amiss and leaves it as it is; --repair mends what it can', async () => {
  const { root, ids } = await richLibrary()
  expect(await run(verify, root)).toMatchObject({ code: 0, err: [] })
  const path = `articles/${ids.first}/notes.d0000000000b.json`
  await writeFile(join(root, path), '{')
  const said = await run(verify, root)
  expect(said.code).toBe(1)
  expect(said.out.join('\n')).toMatch(new RegExp(`^${path}: .*\\(not mended\\)$`, 'm'))
  expect(await readFile(join(root, path), 'utf8')).toBe('{')
  const json = JSON.parse((await run(verify, root, ['--json'])).out.join('\n'))
  expect(json.findings).toContainEqual(expect.objectContaining({ path, mended: null, isHarmless: false }))

  await rm(join(root, path))
  const article = join(root, 'articles', ids.second, 'article.json')
  await writeFile(article, '')
  expect((await run(verify, root)).code).toBe(1)
  expect((await run(verify, root, ['--repair'])).code).toBe(0)
  expect(JSON.parse(await readFile(article, 'utf8'))).toMatchObject({ id: ids.second })
})
