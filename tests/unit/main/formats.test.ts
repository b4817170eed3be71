import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { verify } from '../../../main/library/verify.ts'
import { placedNotes } from '../../../main/library/page.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { temporaryFolder } from './folder.ts'
import { listOf, openLibrary, valueOf } from './opened-library.ts'

const libraries = fileURLToPath(new URL('../../fixtures/libraries', import.meta.url))

test('there is a library of every format version there has been', async () => {
  const versions = (await readdir(libraries)).filter((name) => /^\d+$/.test(name))
  expect(versions.sort()).toEqual(Array.from({ length: currentFormat }, (_, index) => String(index + 1)))
})

for (let version = 1; version <= currentFormat; version++) {
  test(`a library of version ${version} opens, with every note, and can be written`, async () => {
    const root = join(await temporaryFolder(), 'library')
    await cp(join(libraries, String(version)), root, { recursive: true })
    const settings = (await readdir(root)).find((name) => name.startsWith('settings.')) ?? ''
    const device = settings.split('.')[1] ?? ''
    const { library, notes, reconciler } = await openLibrary(root, { device })
    await reconciler.whole()
    expect(library.parts.incidents.all).toEqual([])
    const rows = listOf(library)
    expect(rows.length).toBeGreaterThan(1)
    expect(rows.reduce((sum, row) => sum + row.notes, 0)).toBeGreaterThan(1)
    for (const { id } of rows) {
      const page = valueOf(await notes.page(id))
      for (const { note, anchor } of placedNotes(page)) {
        const isOlder = note.selector !== null && note.selector.version !== page.version.number
        expect(isOlder ? 'exact' : (anchor?.kind ?? 'exact')).toBe('exact')
        expect(anchor?.kind).not.toBe('lost')
        const edited = valueOf(await notes.edit(id, note.id, { body: `${note.body} and more` }))
        expect(edited.note).toMatchObject({
          body: `${note.body} and more`,
          otherBodies: note.otherBodies,
          tags: note.tags,
        })
      }
    }
    expect((await verify(library, reconciler, 'look')).findings).toEqual([])
    // A Lectern of then refuses the library as a whole.
    expect(JSON.parse(await readFile(join(root, 'lectern.json'), 'utf8'))).toMatchObject({
      format: currentFormat,
    })
  })
}
