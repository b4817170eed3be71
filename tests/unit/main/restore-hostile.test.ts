import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currentFormat } from '../../../src/model/format.ts'
import { emptyLibrary, filesBelow, openForBackup, richLibrary, writtenZip, zipOf } from './backed-up.ts'
import { temporaryFolder } from './folder.ts'
import { listOf, valueOf } from './opened-library.ts'

const marker = `{"format":${currentFormat},"id":"x"}`

/** What a library says to a zip, and that it is as it was, and nothing lies outside of it that did not. */
async function saidTo(zip: Uint8Array) {
  const into = await emptyLibrary()
  const around = dirname(into.root)
  const before = await filesBelow(around)
  const path = await writtenZip(zip)
  const read = await into.backups.read(path)
  expect(await filesBelow(around)).toEqual(before)
  if (!read.ok) return { error: read.error, skipped: [], into }
  const { skipped } = read.value
  const applied = await into.backups.apply(read.value.restoreId)
  return { error: applied.ok ? null : applied.error, skipped, into }
}

/** The reason a zip is refused for. */
async function refusalOf(zip: Uint8Array): Promise<string> {
  const { error } = await saidTo(zip)
  if (error?.code !== 'backup-damaged') throw new Error(JSON.stringify(error))
  expect(error.name).toBe('backup.zip')
  return error.reason
}

/** The zip with other bytes of the same length wherever these stand. */
function patched(zip: Buffer, from: string, to: string): Buffer {
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1')
}

async function goodZip(): Promise<Buffer> {
  const { root } = await richLibrary()
  const { backups } = await openForBackup(root)
  const path = join(await temporaryFolder(), 'good.zip')
  valueOf(await backups.write(path))
  return readFile(path)
}

test.each([
  ['an empty file', Buffer.alloc(0), 'it is empty'],
  ['a text', Buffer.from('Dear library,\n'.repeat(100)), 'it is no zip, or the end of it is missing'],
  ['one byte', Buffer.from('P'), 'it is no zip, or the end of it is missing'],
])('%s is no backup', async (_what, bytes, reason) => {
  expect(await refusalOf(bytes)).toBe(reason)
})

test('a file that is not there, or is a folder, is said', async () => {
  const { backups } = await emptyLibrary()
  const folder = await temporaryFolder()
  expect(await backups.read(join(folder, 'no.zip'))).toMatchObject({
    error: { code: 'file-missing', name: 'no.zip' },
  })
  expect(await backups.read(folder)).toMatchObject({ error: { code: 'file-unreadable' } })
})

test('a zip of something else is no backup', async () => {
  expect(await refusalOf(await zipOf([['letter.txt', 'Dear']]))).toBe('there is no lectern.json in it')
})

test('a library that was zipped with its folder is told from one that was backed up', async () => {
  const zip = await zipOf([
    ['My library/lectern.json', marker],
    ['My library/articles/a0000000000a/article.json', '{}'],
  ])
  expect(await refusalOf(zip)).toBe(
    'its files lie in a folder of their own (My library/), not at the top of the zip',
  )
})

test('a backup of a later Lectern is not opened', async () => {
  const { error } = await saidTo(await zipOf([['lectern.json', `{"format":${currentFormat + 1},"id":"x"}`]]))
  expect(error).toMatchObject({ code: 'library-newer', format: currentFormat + 1 })
})

test('a damaged lectern.json is said', async () => {
  expect(await refusalOf(await zipOf([['lectern.json', '{']]))).toBe(
    'its lectern.json is damaged (it is not JSON)',
  )
})

test.each([
  ['up', '../evil.txt'],
  ['absolute', '/tmp/evil.tx'],
  ['on a drive', 'C:/evil4.txt'],
  ['by backslashes', '..\\evil.txt'],
  ['from the middle', 'articles/../../evil'],
])('a name that leads out of the library (%s) is refused', async (_what, name) => {
  const stand = 'x'.repeat(name.length)
  const zip = await zipOf([
    ['lectern.json', marker],
    [stand, 'evil'],
  ])
  expect(await refusalOf(patched(zip, stand, name))).toContain(
    'it has an entry that would lie outside of the library',
  )
})

test('names that no library has are left out, each with its reason, and written nowhere', async () => {
  const names = [
    'articles/a0000000000a/evil.sh',
    'articles/a0000000000a/deeper/article.json',
    'articles/A0000000000A/article.json',
    'articles/.adding-a0000000000a/article.json',
    'articles/a0000000000a/notes.d.json\u0000.txt',
    '.lectern/index.db',
    'lectern.json/x',
    'pictures/evil.png',
    'settings.evil.json',
    'notes/../lectern.json'.replace('../', './'),
    `notes.${'x'.repeat(500)}.json`,
  ]
  const { skipped, error, into } = await saidTo(
    await zipOf([['lectern.json', marker], ...names.map((name) => [name, 'evil'] as const)]),
  )
  expect(error).toBeNull()
  expect(skipped).toHaveLength(names.length)
  for (const { reason } of skipped) expect(reason).toMatch(/no file of a library|its name is longer/)
  expect([...(await filesBelow(into.root)).keys()]).toEqual(['lectern.json'])
})

test('what desktops leave in zips is not worth a word', async () => {
  const { skipped } = await saidTo(
    await zipOf([
      ['lectern.json', marker],
      ['.DS_Store', 'x'],
      ['articles/Thumbs.db', 'x'],
      ['__MACOSX/._lectern.json', 'x'],
    ]),
  )
  expect(skipped).toEqual([])
})

test('a bomb is not unpacked', async () => {
  const name = 'articles/a0000000000a/source-1.txt'
  const zip = await zipOf([
    ['lectern.json', marker],
    ['articles/a0000000000a/article.json', '{}'],
    [name, Buffer.alloc(20_000_000)],
  ])
  const { skipped } = await saidTo(zip)
  expect(skipped).toContainEqual({
    name,
    reason: 'it unpacks to so much more than it has that it looks like an attack',
  })
})

test('two entries of one name, or of two that some file systems take for one, are refused', async () => {
  for (const second of ['lectern.json', 'LECTERN.json']) {
    const zip = patched(
      await zipOf([
        ['lectern.json', marker],
        ['lectern.jsox', marker],
      ]),
      'lectern.jsox',
      second,
    )
    expect(await refusalOf(zip)).toBe(`two of its entries have the same name (${second})`)
  }
})

test('sizes that lie are found out', async () => {
  const longer = await zipOf([['lectern.json', marker + ' '.repeat(5000)]])
  expect(await refusalOf(withSize(longer, 30))).toBe('it is not as long as the directory says')
  expect(await refusalOf(withSize(longer, 9000))).toBe('it is not as long as the directory says')
})

test('bytes that are not those that were put in are found out', async () => {
  const zip = await zipOf([['lectern.json', marker]])
  zip[zip.readUInt32LE(zip.length - 6) + 16]! ^= 1 // the checksum in the directory
  expect(await refusalOf(zip)).toBe('its bytes are not those that were put in')
})

test('entries that lie over each other are refused', async () => {
  const zip = await zipOf([['lectern.json', marker]])
  const start = zip.readUInt32LE(zip.length - 6)
  zip.writeUInt32LE(zip.length * 2, start + 20)
  expect(await refusalOf(zip)).toBe('its entries lie over each other')
})

test('what is damaged of a backup is left out and said, and the rest is restored', async () => {
  const { root, ids } = await richLibrary()
  await writeFile(join(root, 'articles', ids.first, 'article.json'), '{"format":2}')
  await writeFile(join(root, 'articles', ids.second, 'notes.d0000000000a.json'), '{')
  await writeFile(join(root, 'articles', ids.third, 'source-1.txt'), 'other words')
  await writeFile(join(root, 'settings.d0000000000b.json'), `{"format":${currentFormat + 1}}`)
  const files = [...(await filesBelow(root))].filter(([name]) => /^(lectern|settings|articles)/.test(name))
  const { skipped, into } = await saidTo(
    await zipOf(files.map(([name, text]) => [name, Buffer.from(text, 'latin1')] as const)),
  )
  expect(new Map(skipped.map(({ name, reason }) => [name, reason]))).toEqual(
    new Map([
      [`articles/${ids.first}/article.json`, expect.stringContaining('it is damaged')],
      [`articles/${ids.second}/notes.d0000000000a.json`, 'it is damaged (it is not JSON)'],
      [`articles/${ids.third}/source-1.txt`, 'its bytes are not those it is listed with'],
      ['settings.d0000000000b.json', `a newer Lectern wrote it (format ${currentFormat + 1})`],
    ]),
  )
  expect(
    listOf(into.library)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([ids.second, ids.third].sort())
})

test('files that belong to another article or device than their place says are left out', async () => {
  const { root, ids } = await richLibrary()
  const notes = await readFile(join(root, 'articles', ids.first, 'notes.d0000000000b.json'))
  await writeFile(join(root, 'articles', ids.second, 'notes.d0000000000b.json'), notes)
  await writeFile(join(root, 'articles', ids.first, 'notes.d0000000000c.json'), notes)
  await writeFile(
    join(root, 'articles', ids.third, 'article.json'),
    await readFile(join(root, 'articles', ids.first, 'article.json')),
  )
  const files = [...(await filesBelow(root))].filter(([name]) => /^(lectern|articles)/.test(name))
  const { skipped } = await saidTo(
    await zipOf(files.map(([name, text]) => [name, Buffer.from(text, 'latin1')] as const)),
  )
  expect(new Map(skipped.map(({ name, reason }) => [name, reason]))).toEqual(
    new Map([
      [`articles/${ids.second}/notes.d0000000000b.json`, 'it belongs to another article'],
      [`articles/${ids.first}/notes.d0000000000c.json`, 'it is another device’s than its name says'],
      [`articles/${ids.third}`, `it is article ${ids.first}, by its article.json`],
    ]),
  )
})

test('a backup that is cut off anywhere is refused whole', async () => {
  const zip = await goodZip()
  const into = await emptyLibrary()
  const before = await filesBelow(into.root)
  const path = join(await temporaryFolder(), 'cut.zip')
  for (let part = 0; part < 64; part += 1) {
    await writeFile(path, zip.subarray(0, Math.floor((zip.length * part) / 64)))
    expect(await into.backups.read(path)).toMatchObject({ ok: false, error: { code: 'backup-damaged' } })
  }
  expect(await filesBelow(into.root)).toEqual(before)
})

test('a backup with flipped bits is refused or restored without what they damaged, and never throws', async () => {
  const zip = await goodZip()
  const into = await emptyLibrary()
  const path = join(await temporaryFolder(), 'flipped.zip')
  const flips = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.integer({ min: 0, max: 7 })), {
    minLength: 1,
    maxLength: 4,
  })
  await fc.assert(
    fc.asyncProperty(flips, async (all) => {
      const damaged = Buffer.from(zip)
      for (const [place, bit] of all) damaged[place]! ^= 1 << bit
      await writeFile(path, damaged)
      const read = await into.backups.read(path)
      if (read.ok) into.backups.discard(read.value.restoreId)
      expect(['read', 'backup-damaged', 'library-newer']).toContain(read.ok ? 'read' : read.error.code)
    }),
    { numRuns: 300 },
  )
})

/** The zip with another unpacked size of its only entry, in the directory. */
function withSize(zip: Buffer, bytes: number): Buffer {
  const copy = Buffer.from(zip)
  copy.writeUInt32LE(bytes, copy.readUInt32LE(copy.length - 6) + 24)
  return copy
}
