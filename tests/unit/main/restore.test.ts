import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Backup } from '../../../main/library/backup/backup.ts'
import { applyRestore, planRestore, type RestoreTarget } from '../../../main/library/backup/restore.ts'
import { LibraryTarget } from '../../../main/library/backup/restore-target.ts'
import { toBytes } from '../../../main/library/files/json-file.ts'
import { placedNotes } from '../../../main/library/page.ts'
import { fail, ok } from '../../../src/errors.ts'
import { joinFiles } from '../../../src/merge/join-files.ts'
import { mergeNotes } from '../../../src/merge/notes.ts'
import { currentFormat } from '../../../src/model/format.ts'
import type { NotesFile } from '../../../src/model/note.ts'
import { articleId } from '../merge/files.ts'
import { histories } from '../merge/histories.ts'
import { filesOf, merge, World } from '../merge/world.ts'
import {
  emptyLibrary,
  filesBelow,
  openForBackup,
  pathOf,
  picture,
  pictureName,
  richLibrary,
  writtenZip,
  zipOf,
} from './backed-up.ts'
import { temporaryFolder } from './folder.ts'
import { listOf, monday, newStory, valueOf, yellow } from './opened-library.ts'

type Open = Awaited<ReturnType<typeof openForBackup>>

/** A rich library, its files as they were before it was opened, and its backup. */
async function backedUp() {
  const rich = await richLibrary()
  const files = await filesBelow(rich.root)
  const path = join(await temporaryFolder(), 'backup.zip')
  const from = await openForBackup(rich.root)
  valueOf(await from.backups.write(path))
  return { ...rich, ...from, path, files }
}

async function restore(into: Open, path: string) {
  const { restoreId, ...plan } = valueOf(await into.backups.read(path))
  return { plan, done: valueOf(await into.backups.apply(restoreId)) }
}

/** All that the window would show of a library. */
async function shown({ library, notes }: Open) {
  const rows = listOf(library)
  const pages = []
  for (const { id } of rows) {
    const page = valueOf(await notes.page(id))
    const { article, merged } = page.shelf
    pages.push({ article, merged, content: page.content, placed: placedNotes(page) })
  }
  return { rows, pages }
}

test('a backup restored into an empty library is equal to it, file by file and in all that is shown', async () => {
  const from = await backedUp()
  const into = await emptyLibrary('d0000000000e')
  const { plan, done } = await restore(into, from.path)
  expect(plan).toMatchObject({
    name: 'backup.zip',
    counts: { added: 3, changed: 0, conflict: 0, same: 0 },
    skipped: [],
  })
  expect(done).toEqual({ added: 3, changed: 0 })
  const [there, here] = [from.files, await filesBelow(into.root)]
  for (const library of [there, here])
    for (const name of library.keys()) if (/^(lectern\.json|snapshots\/)/.test(name)) library.delete(name)
  expect(here).toEqual(there)
  expect(await shown(into)).toEqual(await shown(from))
  expect(
    (await shown(into)).pages.some(({ merged }) =>
      merged.notes.some((note) => note.otherBodies.length === 1),
    ),
  ).toBe(true)
  await into.close()
  expect(await shown(await openForBackup(into.root, 'd0000000000e'))).toEqual(await shown(from))
})

test('this device’s own settings come back, where it has none', async () => {
  const from = await backedUp()
  const into = await emptyLibrary('d0000000000a')
  await restore(into, from.path)
  expect(into.library.settings.value.theme).toBe('sepia')
  expect(into.events).toContainEqual(expect.objectContaining({ kind: 'settings-changed' }))
  valueOf(await into.library.settings.change((settings) => ({ ...settings, theme: 'light' })))
  await restore(into, from.path)
  expect(into.library.settings.value.theme).toBe('light')
})

test('restoring twice changes nothing more', async () => {
  const from = await backedUp()
  const into = await emptyLibrary()
  await restore(into, from.path)
  const once = await filesBelow(into.root)
  const { plan, done } = await restore(into, from.path)
  expect(plan).toMatchObject({ counts: { added: 0, changed: 0, conflict: 0, same: 3 }, items: [] })
  expect(done).toEqual({ added: 0, changed: 0 })
  expect(await filesBelow(into.root)).toEqual(once)
})

test('the library that was backed up has nothing to restore', async () => {
  const from = await backedUp()
  expect((await restore(from, from.path)).plan.counts).toEqual({ added: 0, changed: 0, conflict: 0, same: 3 })
})

test('reading a backup writes nothing, and says what it would do', async () => {
  const from = await backedUp()
  const into = await emptyLibrary()
  const before = await filesBelow(into.root)
  const plan = valueOf(await into.backups.read(from.path))
  expect(plan.items).toHaveLength(3)
  expect(plan.items).toContainEqual({ id: from.ids.first, title: 'Tide table, corrected', effect: 'added' })
  expect(await filesBelow(into.root)).toEqual(before)
  into.backups.discard(plan.restoreId)
  expect(await into.backups.apply(plan.restoreId)).toMatchObject({ error: { code: 'restore-gone' } })
})

test('what was written since the backup stays, and what was lost since comes back', async () => {
  const from = await backedUp()
  const { first, second } = from.ids
  const newer = valueOf(await from.notes.add(first, null, { ...yellow, body: 'newer' }))
  await from.close()
  await rm(join(from.root, pathOf(first, 'notes.d0000000000b.json')))
  await rm(join(from.root, pathOf(second, 'content-1.json')))
  await rm(join(from.root, pathOf(second, 'source-1.txt')))
  await rm(join(from.root, 'snapshots'), { recursive: true })

  const into = await openForBackup(from.root)
  const { plan, done } = await restore(into, from.path)
  expect(plan.items.map(({ id, effect }) => [id, effect])).toEqual(
    [first, second].sort().map((id) => [id, id === first ? 'conflict' : 'changed']),
  )
  expect(done).toEqual({ added: 0, changed: 2 })
  const page = valueOf(await into.notes.page(first))
  const bodies = page.shelf.merged.notes.map(({ body, otherBodies }) => [body, ...otherBodies].sort())
  expect(bodies).toContainEqual([newer.note.body])
  expect(bodies).toContainEqual(['from here', 'from there'])
  expect(await readdir(join(into.root, 'articles', second))).toEqual(
    expect.arrayContaining(['content-1.json', 'source-1.txt']),
  )
})

test('of a note that was written into on both sides both texts stay, and the plan says so', async () => {
  const from = await emptyLibrary()
  const { id } = valueOf(await from.library.add(newStory()))
  const { note } = valueOf(await from.notes.add(id, monday, yellow))
  await from.close()
  const copy = join(await temporaryFolder(), 'library')
  await cp(from.root, copy, { recursive: true })
  const there = await openForBackup(copy, 'd0000000000b')
  valueOf(await there.notes.edit(id, note.id, { body: 'there' }))
  const path = join(await temporaryFolder(), 'backup.zip')
  valueOf(await there.backups.write(path))

  const here = await openForBackup(from.root)
  valueOf(await here.notes.edit(id, note.id, { body: 'here' }))
  const { plan, done } = await restore(here, path)
  expect(plan.counts).toEqual({ added: 0, changed: 0, conflict: 1, same: 0 })
  expect(done).toEqual({ added: 0, changed: 1 })
  const [merged] = valueOf(await here.notes.page(id)).shelf.merged.notes
  expect(new Set([merged?.body, ...(merged?.otherBodies ?? [])])).toEqual(new Set(['here', 'there']))
  expect(here.events).toContainEqual(expect.objectContaining({ kind: 'note-changed', articleId: id }))
})

test('a note that was removed since the backup stays removed', async () => {
  const from = await backedUp()
  valueOf(await from.notes.remove(from.ids.first, from.note))
  const { plan } = await restore(from, from.path)
  expect(plan.counts.same).toBe(3)
  expect(valueOf(await from.notes.page(from.ids.first)).shelf.merged.notes).toEqual([])
})

test('an article in the trash comes back out of it', async () => {
  const from = await backedUp()
  valueOf(await from.library.remove(from.ids.first))
  const { plan, done } = await restore(from, from.path)
  expect(plan.items).toEqual([{ id: from.ids.first, title: 'Tide table, corrected', effect: 'added' }])
  expect(done).toEqual({ added: 1, changed: 0 })
  expect(listOf(from.library)).toHaveLength(3)
  expect(await readdir(join(from.root, 'trash'))).toEqual([])
})

test('another device’s notes that are damaged here are read beside the damaged file, which stays', async () => {
  const from = await backedUp()
  await from.close()
  const damaged = join(from.root, pathOf(from.ids.first, 'notes.d0000000000b.json'))
  await writeFile(damaged, '{')
  const into = await openForBackup(from.root)
  await restore(into, from.path)
  expect(await readFile(damaged, 'utf8')).toBe('{')
  const { merged } = valueOf(await into.notes.page(from.ids.first)).shelf
  expect(merged.notes.flatMap(({ body, otherBodies }) => [body, ...otherBodies])).toContain('from there')
  expect((await restore(into, from.path)).plan.counts.same).toBe(3)
})

test('pictures are restored by what they are, not by what they are called', async () => {
  const from = await backedUp()
  const lie = `pictures/${'0'.repeat(64)}.png`
  const zip = await zipOf([
    ['lectern.json', await readFile(join(from.root, 'lectern.json'))],
    [`pictures/${pictureName}`, picture],
    [lie, picture],
  ])
  const into = await emptyLibrary()
  const { plan } = await restore(into, await writtenZip(zip))
  expect(plan.skipped).toEqual([{ name: lie, reason: 'its bytes are not those it is listed with' }])
  expect(await readdir(join(into.root, 'pictures'))).toEqual([pictureName])
})

test('a backup of the first Lectern is restored as that library opens today', async () => {
  const old = join(await temporaryFolder(), 'library')
  await cp(fileURLToPath(new URL('../../fixtures/libraries/1', import.meta.url)), old, { recursive: true })
  const files = await filesBelow(old)
  const path = await writtenZip(
    await zipOf([...files].map(([name, text]) => [name, Buffer.from(text, 'latin1')] as const)),
  )
  const into = await emptyLibrary('d0000000000e')
  const { plan } = await restore(into, path)
  expect(plan).toMatchObject({ counts: { added: 2 }, skipped: [] })
  const opened = await openForBackup(old, 'd0000000000e')
  await opened.reconciler.whole()
  expect(await shown(into)).toEqual(await shown(opened))
  const article = await readFile(join(into.root, pathOf(plan.items[0]!.id, 'article.json')), 'utf8')
  expect(JSON.parse(article)).toMatchObject({ format: currentFormat })
})

test('a restore that a crash ended is done over', async () => {
  const from = await backedUp()
  const into = await emptyLibrary()
  await mkdir(join(into.root, 'articles', `.adding-${from.ids.first}`))
  await writeFile(join(into.root, 'articles', `.adding-${from.ids.first}`, 'article.json'), '{')
  await restore(into, from.path)
  expect(await readdir(join(into.root, 'articles'))).toEqual(Object.values(from.ids).sort())
})

test('a disk that fills stops it between two articles, and the answer says how far it came', async () => {
  const from = await backedUp()
  const into = await emptyLibrary()
  const target = new LibraryTarget(into.library)
  const add = target.add.bind(target)
  let added = 0
  target.add = async (id, files) => {
    added += 1
    return added === 2 ? fail({ code: 'disk-full', path: into.root }) : add(id, files)
  }
  const backup = valueOf(await Backup.open(from.path))
  expect(await applyRestore(backup, target, () => undefined)).toEqual({
    ok: false,
    error: { code: 'restore-stopped', done: 1, total: 3, reason: 'the disk is full' },
  })
  await backup.close()
  expect(await readdir(join(into.root, 'articles'))).toHaveLength(1)
  expect((await restore(into, from.path)).done).toEqual({ added: 2, changed: 0 })
})

test('one article that can’t be restored does not keep the others from it', async () => {
  const from = await backedUp()
  const into = await emptyLibrary()
  const target = new LibraryTarget(into.library)
  const add = target.add.bind(target)
  const [broken] = Object.values(from.ids).sort()
  target.add = async (id, files) =>
    id === broken
      ? fail({ code: 'library-damaged', path: 'articles/x', reason: 'it is broken' })
      : add(id, files)
  const backup = valueOf(await Backup.open(from.path))
  expect(await applyRestore(backup, target, () => undefined)).toMatchObject({
    error: { code: 'restore-stopped', done: 2, total: 3, reason: 'articles/x: it is broken' },
  })
  await backup.close()
})

test('progress is told of reading and of restoring', async () => {
  const from = await backedUp()
  const into = await emptyLibrary()
  await restore(into, from.path)
  const told = into.events.flatMap((event) =>
    event.kind === 'progress' ? [`${event.task} ${event.done}`] : [],
  )
  expect(told).toEqual(['restore 1', 'restore 2', 'restore 3', 'restore 1', 'restore 2', 'restore 3'])
})

/** A library of one article in memory, whose folder has these notes. */
function inMemory(files: NotesFile[]): RestoreTarget & { notes: NotesFile[] } {
  const target = {
    notes: files,
    whereIs: async () => 'library' as const,
    filesOf: async () => ({
      names: new Set(['article.json', 'content-1.json', 'source-1.txt']),
      notes: target.notes,
    }),
    hasPicture: async () => true,
    hasSettings: async () => true,
    join: async (_id: unknown, _files: unknown, notes: readonly NotesFile[]) => {
      for (const file of notes) {
        const own = target.notes.filter((known) => known.device === file.device)
        const others = target.notes.filter((known) => known.device !== file.device)
        target.notes = [...others, own.reduce(joinFiles, file)]
      }
      return ok({})
    },
    ...{ add: unused, takeBack: unused, addPicture: unused, addSettings: unused, joinFeeds: unused },
  }
  return target
  async function unused(): Promise<never> {
    throw new Error('the article is there')
  }
}

const article = {
  ...{
    format: currentFormat,
    id: articleId,
    title: 'T',
    byline: null,
    agency: null,
    place: null,
    credit: null,
  },
  ...{
    published: null,
    language: null,
    tags: [],
    source: { name: 'a.txt', url: null, origin: null, part: null },
    direction: 'ltr',
  },
  ...{ addedAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', excerpt: '' },
  versions: [
    {
      ...{ number: 1, addedAt: '2026-01-01T00:00:00.000Z', file: 'source-1.txt', encoding: 'utf-8' },
      ...{ sha256: '0'.repeat(64), words: 1, content: 'content-1.json', sketch: [] },
      ...{ importer: 'plain-text', isOnlyLink: false },
    },
  ],
}

test('restoring is merging: whatever devices wrote, what is there afterwards is all of both sides', async () => {
  const path = join(await temporaryFolder(), 'history.zip')
  await fc.assert(
    fc.asyncProperty(histories, async ({ devices, steps }) => {
      const world = new World(merge, devices)
      for (const step of steps) world.take(step)
      const [ours, theirs] = [filesOf(world.device(0)), filesOf(world.device(1))]
      const entries = theirs.map((file, index) => {
        const name = index === 0 ? '' : `.sync-conflict-${index}`
        return [`articles/${articleId}/notes.${file.device}${name}.json`, toBytes(file)] as const
      })
      const zip = await zipOf([
        ['lectern.json', `{"format":${currentFormat},"id":"x"}`],
        [`articles/${articleId}/article.json`, JSON.stringify(article)],
        ...new Map(entries),
      ])
      await writeFile(path, zip)
      const backup = valueOf(await Backup.open(path))
      const target = inMemory(ours)
      const before = mergeNotes(ours)
      const plan = await planRestore(backup, target, () => undefined)
      valueOf(await applyRestore(backup, target, () => undefined))
      const after = mergeNotes(target.notes)
      expect(after).toEqual(mergeNotes([...ours, ...theirs]))
      expect(plan.counts.same === 0 ? after : before).toEqual(after)
      const isSplit = after.notes.some(({ id, otherBodies }) => {
        const known = before.notes.find((note) => note.id === id)
        return known !== undefined && otherBodies.some((body) => !known.otherBodies.includes(body))
      })
      expect(plan.counts.conflict).toBe(isSplit ? 1 : 0)
      expect((await planRestore(backup, target, () => undefined)).counts.same).toBe(1)
      await backup.close()
    }),
    { numRuns: 200 },
  )
})
