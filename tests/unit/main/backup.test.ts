import { mkdir, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Place, ZipReader } from '../../../main/library/backup/zip-reader.ts'
import { ZipWriter } from '../../../main/library/backup/zip-writer.ts'
import { writeBackup } from '../../../main/library/backup/write-backup.ts'
import { Layout } from '../../../main/library/files/layout.ts'
import { filesBelow, openForBackup, pictureName, richLibrary } from './backed-up.ts'
import { temporaryFolder } from './folder.ts'
import { valueOf } from './opened-library.ts'

const date = new Date('2026-10-05T09:12:00Z')

/** All entries of a zip, by name. */
async function entriesOf(path: string): Promise<Map<string, Buffer>> {
  const places = new Map<string, Place>()
  const zip = await ZipReader.open(path, (name, entry) => {
    if ('problem' in entry) throw new Error(`${name}: ${entry.problem}`)
    places.set(name, entry)
  })
  const entries = new Map<string, Buffer>()
  for (const [name, place] of places) entries.set(name, await zip.read(place))
  await zip.close()
  return entries
}

/** Options for a backup of a library that nobody has open. */
async function backupOf(root: string) {
  const path = join(await temporaryFolder(), 'backup.zip')
  const progress: [number, number][] = []
  return {
    layout: new Layout(root),
    path,
    now: date.toISOString(),
    markdown: async () => null,
    onProgress: (done: number, total: number) => void progress.push([done, total]),
    progress,
  }
}

test('a backup has the library’s files as they are, and nothing else', async () => {
  const { root, ids } = await richLibrary()
  for (const strange of ['trash/x/article.json', 'snapshots/x/notes.json', 'damaged/x.json', 'todo.txt'])
    await writeInto(root, strange)
  await writeInto(root, `articles/${ids.first}/.notes.d0000000000a.json.0123456789abcdef.tmp`)
  await writeInto(root, `articles/${ids.first}/Thumbs.db`)
  await writeInto(root, `articles/.adding-${ids.first}/article.json`)
  await symlink('/etc/passwd', join(root, 'articles', ids.first, 'source-9.txt'))
  const options = await backupOf(root)
  const { articles, bytes } = valueOf(await writeBackup(options))
  expect(articles).toBe(3)
  const entries = await entriesOf(options.path)
  expect(bytes).toBe((await readFile(options.path)).length)
  const wanted = [...(await filesBelow(root))].filter(([name]) =>
    /^(lectern\.json|settings\.|articles\/[^.]\w+\/(article|content|source-1|notes)|pictures\/)/.test(name),
  )
  expect(new Map([...entries].map(([name, data]) => [name, data.toString('latin1')]))).toEqual(
    new Map(wanted),
  )
  expect([...entries.keys()]).toContain(`pictures/${pictureName}`)
  expect([...entries.keys()].filter((name) => name.includes('sync-conflict'))).toHaveLength(1)
})

test('the notes are in it as Markdown for people to read', async () => {
  const { root, ids } = await richLibrary()
  const { backups } = await openForBackup(root)
  const path = join(await temporaryFolder(), 'backup.zip')
  valueOf(await backups.write(path))
  const entries = await entriesOf(path)
  const markdown = [...entries].filter(([name]) => name.startsWith('notes/'))
  expect(markdown).toHaveLength(2)
  expect(markdown.map(([, data]) => data.toString()).join('\n')).toMatch(
    /from there[\s\S]*یادداشت|یادداشت[\s\S]*from there/,
  )
  expect([...entries.keys()]).toContain(`articles/${ids.third}/article.json`)
})

test('the same library gives the same bytes, entry by entry in the same order', async () => {
  const { root } = await richLibrary()
  const [first, second] = [await backupOf(root), await backupOf(root)]
  valueOf(await writeBackup(first))
  valueOf(await writeBackup(second))
  expect(await readFile(first.path)).toEqual(await readFile(second.path))
  expect([...(await entriesOf(first.path)).keys()][0]).toBe('lectern.json')
})

test('progress is said for each article, and at the end that all are done', async () => {
  const { root } = await richLibrary()
  const options = await backupOf(root)
  valueOf(await writeBackup(options))
  expect(options.progress).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ])
})

test('a backup into the library itself is refused, by whatever way one gets there', async () => {
  const { root, ids } = await richLibrary()
  const way = join(await temporaryFolder(), 'way')
  await symlink(join(root, 'articles'), way)
  for (const path of [join(root, 'b.zip'), join(root, 'articles', ids.first, 'b.zip'), join(way, 'b.zip')]) {
    const refused = await writeBackup({ ...(await backupOf(root)), path })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'bad-input', reason: expect.stringContaining('lies in the library') },
    })
  }
  expect((await readdir(root)).filter((name) => name.includes('zip'))).toEqual([])
})

test('a folder that is not there, or a folder instead of a file, is said', async () => {
  const { root } = await richLibrary()
  const options = await backupOf(root)
  const nowhere = await writeBackup({ ...options, path: join(options.path, 'b.zip') })
  expect(nowhere).toMatchObject({
    error: { code: 'bad-input', reason: expect.stringContaining('no folder') },
  })
  await mkdir(options.path)
  const folder = await writeBackup(options)
  expect(folder).toMatchObject({
    error: { code: 'bad-input', reason: expect.stringContaining('is a folder') },
  })
  expect(await readdir(options.path)).toEqual([])
})

test('a library that is gone has no backup', async () => {
  const options = await backupOf(join(await temporaryFolder(), 'gone'))
  expect(await writeBackup(options)).toMatchObject({ error: { code: 'library-gone' } })
})

test('a backup that fails leaves nothing behind, and the older one as it was', async () => {
  const { root } = await richLibrary()
  const options = await backupOf(root)
  await writeFile(options.path, 'an older backup')
  const full = await writeBackup({
    ...options,
    markdown: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
  })
  expect(full).toEqual({ ok: false, error: { code: 'disk-full', path: options.path } })
  expect(await readFile(options.path, 'utf8')).toBe('an older backup')
  expect(await readdir(join(options.path, '..'))).toEqual(['backup.zip'])
})

test('an article that is removed meanwhile is not in it, and is none by halves', async () => {
  const { root, ids } = await richLibrary()
  const options = await backupOf(root)
  const [first, ...others] = Object.values(ids).sort()
  const written = await writeBackup({
    ...options,
    onProgress: () => void removeAll(),
    markdown: async () => {
      await removeAll()
      return null
    },
  })
  async function removeAll(): Promise<void> {
    for (const id of others) await rm(join(root, 'articles', id), { recursive: true, force: true })
  }
  expect(valueOf(written).articles).toBeLessThan(3)
  const names = [...(await entriesOf(options.path)).keys()]
  const whole = [first, ...others].filter((id) => names.some((name) => name.startsWith(`articles/${id}/`)))
  for (const id of whole) expect(names).toContain(`articles/${id}/content-1.json`)
})

const entryName = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((name) => !/[\\/:\0]/.test(name) && name !== '..' && name !== '.')

test('whatever goes into a zip comes out of it again', async () => {
  const folder = await temporaryFolder()
  const entries = fc.uniqueArray(fc.tuple(entryName, fc.uint8Array({ maxLength: 5000 })), {
    selector: ([name]) => name.toLowerCase(),
    maxLength: 8,
  })
  await fc.assert(
    fc.asyncProperty(entries, fc.boolean(), async (all, isRepeated) => {
      const path = join(folder, 'a.zip')
      await rm(path, { force: true })
      const file = await open(path, 'wx')
      const zip = new ZipWriter(file, date)
      const wanted = new Map<string, Buffer>()
      for (const [name, bytes] of all) {
        const data = isRepeated ? Buffer.concat(Array<Uint8Array>(50).fill(bytes)) : Buffer.from(bytes)
        wanted.set(name, data)
        await zip.add(name, data)
      }
      await zip.end()
      await file.close()
      expect(await entriesOf(path)).toEqual(wanted)
    }),
    { numRuns: 100 },
  )
})

test('a file that packs like a bomb is stored, so that it can be restored', async () => {
  const path = join(await temporaryFolder(), 'a.zip')
  const file = await open(path, 'wx')
  const zip = new ZipWriter(file, date)
  await zip.add('source-1.txt', Buffer.alloc(3_000_000))
  await zip.end()
  await file.close()
  expect((await entriesOf(path)).get('source-1.txt')?.equals(Buffer.alloc(3_000_000))).toBe(true)
})

test('more entries than fit into 16 bits, and places beyond 32 bits, are found again', async () => {
  const path = join(await temporaryFolder(), 'large.zip')
  const file = await open(path, 'wx')
  const zip = new ZipWriter(file, date)
  await zip.add('near', Buffer.from('near'))
  zip['offset'] = 5_000_000_000 // a hole in the file stands for five gigabytes of pictures
  await zip.add('far', Buffer.from('far'))
  zip['offset'] += 10
  await zip.end()
  await file.close()
  expect(await entriesOf(path)).toEqual(
    new Map([
      ['near', Buffer.from('near')],
      ['far', Buffer.from('far')],
    ]),
  )

  const many = join(await temporaryFolder(), 'many.zip')
  const pieces: Buffer[] = []
  const inMemory = {
    write: async (bytes: Uint8Array) => {
      pieces.push(Buffer.from(bytes))
      return { bytesWritten: bytes.length, buffer: bytes }
    },
  }
  const lots = new ZipWriter(inMemory, date)
  const count = 66_000
  for (let index = 0; index < count; index += 1) await lots.add(`${index}.png`, Buffer.from(String(index)))
  await lots.end()
  await writeFile(many, Buffer.concat(pieces))
  let found = 0
  const read = await ZipReader.open(many, () => void (found += 1))
  await read.close()
  expect(found).toBe(count)
})

async function writeInto(root: string, name: string): Promise<void> {
  await mkdir(join(root, name, '..'), { recursive: true })
  await writeFile(join(root, name), '{}')
}
