import { mkdir, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Library } from '../../../main/library/library.ts'
import { placedNotes } from '../../../main/library/page.ts'
import type { Incident } from '../../../src/model/incident.ts'
import type { ArticleId } from '../../../src/model/ids.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { temporaryFolder } from './folder.ts'
import { draft, listOf, monday, newStory, openLibrary, valueOf, yellow } from './opened-library.ts'

const device = 'd0000000000a'

/** A closed library with one article, its note copied to a snapshot. */
async function stocked(): Promise<{ root: string; id: ArticleId; folder: string }> {
  const root = join(await temporaryFolder(), 'library')
  const { library, notes, reconciler, close } = await openLibrary(root)
  const { id } = valueOf(await library.add(newStory({ title: 'Kept facts' })))
  valueOf(await notes.add(id, monday, { ...yellow, body: 'Keep me' }))
  valueOf(await library.saveSettings({ theme: 'dark' }))
  await reconciler.whole()
  await close()
  return { root, id, folder: join(root, 'articles', id) }
}

function incidentsOf(library: Library): readonly Incident[] {
  return library.parts.incidents.all
}

async function bodies({ library, notes }: Awaited<ReturnType<typeof openLibrary>>, id: ArticleId) {
  expect(listOf(library).map((row) => row.title)).toEqual(['Kept facts'])
  return placedNotes(valueOf(await notes.page(id))).map(({ note }) => note.body)
}

const damages: Array<[string, (path: string) => Promise<void>]> = [
  ['cut short', async (path) => truncate(path, (await stat(path)).size >> 1)],
  ['cut to nothing', (path) => truncate(path, 0)],
  ['zeroed', async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length))],
  ['garbage', (path) => writeFile(path, Buffer.from([0xff, 0xfe, 0, 1, 2, 3]))],
  ['somebody else’s JSON', (path) => writeFile(path, '{"format":2,"hello":"world"}')],
]

for (const [how, damage] of damages) {
  test(`notes that are ${how} come back from their snapshot, and the damaged file is kept`, async () => {
    const { root, id, folder } = await stocked()
    const path = join(folder, `notes.${device}.json`)
    await damage(path)
    const bytes = await readFile(path)
    const again = await openLibrary(root)
    await again.reconciler.whole()
    expect(await bodies(again, id)).toEqual(['Keep me'])
    const [incident] = incidentsOf(again.library)
    expect(incident).toMatchObject({
      kind: 'restored',
      from: 'snapshot',
      path: `articles/${id}/notes.${device}.json`,
    })
    const kept = incident?.kind === 'restored' ? incident.kept : null
    expect(await readFile(join(root, kept ?? ''))).toEqual(bytes)
  })

  test(`an article.json that is ${how} comes back`, async () => {
    const { root, id, folder } = await stocked()
    await damage(join(folder, 'article.json'))
    const again = await openLibrary(root)
    await again.reconciler.whole()
    expect(await bodies(again, id)).toEqual(['Keep me'])
    expect(incidentsOf(again.library)).toMatchObject([{ kind: 'restored', from: 'index' }])
  })

  test(`a text that is ${how} is read once more from its source`, async () => {
    const { root, id, folder } = await stocked()
    await damage(join(folder, 'content-1.json'))
    const again = await openLibrary(root)
    await again.reconciler.whole()
    expect(valueOf(await again.notes.page(id)).content).toEqual(draft.content)
    expect(incidentsOf(again.library)).toMatchObject([{ kind: 'restored', from: 'source' }])
    expect(JSON.parse(await readFile(join(folder, 'content-1.json'), 'utf8'))).toEqual(draft.content)
  })

  test(`settings that are ${how} come back from their snapshot`, async () => {
    const { root } = await stocked()
    await damage(join(root, `settings.${device}.json`))
    const { library } = await openLibrary(root)
    expect(library.settings.value.theme).toBe('dark')
    expect(incidentsOf(library)).toMatchObject([{ kind: 'restored', from: 'snapshot' }])
  })

  test(`a lectern.json that is ${how} is made anew, and the articles are there`, async () => {
    const { root, id } = await stocked()
    await damage(join(root, 'lectern.json'))
    const again = await openLibrary(root)
    await again.reconciler.whole()
    expect(await bodies(again, id)).toEqual(['Keep me'])
    expect(incidentsOf(again.library)).toContainEqual(
      expect.objectContaining({ kind: 'restored', from: 'new', path: 'lectern.json' }),
    )
  })
}

test('any single file of the library may be missing', async () => {
  const { root, id, folder } = await stocked()
  const files = ['article.json', 'content-1.json', 'source-1.txt', `notes.${device}.json`].map((name) =>
    join(folder, name),
  )
  for (const path of [...files, join(root, 'lectern.json'), join(root, `settings.${device}.json`)]) {
    const before = await readFile(path)
    await rm(path)
    const again = await openLibrary(root)
    await again.reconciler.whole()
    expect({ path, bodies: await bodies(again, id) }).toEqual({ path, bodies: ['Keep me'] })
    await again.close()
    await writeFile(path, before)
  }
})

test('an article without article.json and without the list’s copy is read once more from its source', async () => {
  const { root, id, folder } = await stocked()
  await rm(join(folder, 'article.json'))
  await rm(join(root, '.lectern'), { recursive: true })
  const { library, reconciler } = await openLibrary(root)
  await reconciler.whole()
  expect(listOf(library)).toMatchObject([{ id, title: 'Tide table', notes: 1 }])
  expect(incidentsOf(library)).toMatchObject([{ kind: 'restored', from: 'source' }])
})

test('damaged notes without a snapshot are set aside, and the incident says where they lie', async () => {
  const { root, id, folder } = await stocked()
  await rm(join(root, 'snapshots'), { recursive: true })
  await writeFile(join(folder, `notes.${device}.json`), '{"format":2,"notes":[{"body":"Keep')
  const { library, notes, reconciler } = await openLibrary(root)
  await reconciler.whole()
  const [incident] = incidentsOf(library)
  expect(incident?.kind).toBe('set-aside')
  const kept = incident?.kind === 'set-aside' ? incident.kept : ''
  expect(await readFile(join(root, kept), 'utf8')).toBe('{"format":2,"notes":[{"body":"Keep')
  expect((await notes.add(id, monday, yellow)).ok).toBe(true)
})

test('notes that a later Lectern wrote are not touched, and the rest of the library opens', async () => {
  const { root, id, folder } = await stocked()
  const path = join(folder, `notes.${device}.json`)
  const newer = (await readFile(path, 'utf8')).replace(`"format": ${currentFormat}`, '"format": 99')
  await writeFile(path, newer)
  const { library, notes, reconciler } = await openLibrary(root)
  await reconciler.whole()
  expect(listOf(library)).toMatchObject([{ id }])
  expect(incidentsOf(library)).toMatchObject([{ kind: 'newer', format: 99 }])
  expect(await notes.add(id, monday, yellow)).toMatchObject({ ok: false, error: { code: 'library-newer' } })
  expect(await readFile(path, 'utf8')).toBe(newer)
})

test('notes that are damaged while they are in memory are written again from there', async () => {
  const { root, id, folder } = await stocked()
  const { library, notes } = await openLibrary(root)
  valueOf(await notes.page(id))
  await writeFile(join(folder, `notes.${device}.json`), 'garbage')
  const { note } = valueOf(await notes.add(id, monday, { ...yellow, body: 'And me' }))
  expect(incidentsOf(library)).toMatchObject([{ kind: 'restored', from: 'memory' }])
  const file = await readFile(join(folder, `notes.${device}.json`), 'utf8')
  expect(file).toContain('Keep me')
  expect(file).toContain(note.id)
})

test('a note written right after the reading began is in the copy that closing makes', async () => {
  const root = join(await temporaryFolder(), 'library')
  const first = await openLibrary(root)
  const { id } = valueOf(await first.library.add(newStory({ title: 'Kept facts' })))
  valueOf(await first.notes.saveReading(id, { progress: 0.2 }))
  valueOf(await first.notes.add(id, monday, { ...yellow, body: 'Keep me' }))
  await first.close()
  await writeFile(join(root, 'articles', id, `notes.${device}.json`), '')
  const again = await openLibrary(root)
  await again.reconciler.whole()
  expect(await bodies(again, id)).toEqual(['Keep me'])
})

test('settings that are gone come back from their copy, and it is told', async () => {
  const { root } = await stocked()
  await rm(join(root, `settings.${device}.json`))
  const { library } = await openLibrary(root)
  expect(library.settings.value.theme).toBe('dark')
  expect(incidentsOf(library)).toMatchObject([{ kind: 'restored', from: 'snapshot' }])
})

test('an article that was removed here and written into elsewhere is taken back out of the trash', async () => {
  const { root, id, folder } = await stocked()
  const here = await openLibrary(root)
  valueOf(await here.library.remove(id))
  await here.close()
  const there = JSON.parse(await readFile(join(root, 'trash', id, `notes.${device}.json`), 'utf8')) as Record<
    string,
    unknown
  >
  await mkdir(folder)
  await writeFile(
    join(folder, 'notes.d0000000000b.json'),
    JSON.stringify({ ...there, device: 'd0000000000b' }),
  )
  const again = await openLibrary(root)
  await again.reconciler.whole()
  expect(await bodies(again, id)).toContain('Keep me')
  expect(incidentsOf(again.library)).toMatchObject([{ kind: 'taken-back', articleId: id }])
  expect(await readdir(folder)).not.toContain('removed.json')
})

test('a library that is only looked at is left exactly as it is, damaged or not', async () => {
  const { root, id, folder } = await stocked()
  await writeFile(join(folder, `notes.${device}.json`), 'garbage')
  await rm(join(folder, 'content-1.json'))
  const longAgo = new Date(0)
  await utimes(join(folder, `notes.${device}.json`), longAgo, longAgo)
  const before = await readdir(root, { recursive: true })
  const readOnly = { code: 'library-denied', path: root } as const
  const { library, notes, reconciler, close } = await openLibrary(root, { readOnly })
  await reconciler.whole()
  expect(listOf(library)).toMatchObject([{ id, notes: 0 }])
  expect(valueOf(await notes.page(id)).content).toEqual(draft.content)
  expect(incidentsOf(library)).toMatchObject([{ kind: 'unreadable' }, { kind: 'unreadable' }])
  await close()
  expect(await readdir(root, { recursive: true })).toEqual(before)
})
