import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verify } from '../../../main/library/verify.ts'
import type { ArticleId } from '../../../src/model/ids.ts'
import { temporaryFolder } from './folder.ts'
import { monday, newStory, openLibrary, valueOf, yellow } from './opened-library.ts'

async function stocked(): Promise<{ root: string; id: ArticleId; folder: string }> {
  const root = join(await temporaryFolder(), 'library')
  const { library, notes, reconciler, close } = await openLibrary(root)
  const { id } = valueOf(await library.add(newStory()))
  valueOf(await notes.add(id, monday, { ...yellow, body: 'Keep me' }))
  await reconciler.whole()
  await close()
  return { root, id, folder: join(root, 'articles', id) }
}

const look = { readOnly: { code: 'library-denied', path: '' } } as const

test('a sound library has nothing amiss, looked at or held', async () => {
  const { root } = await stocked()
  for (const how of [look, {}]) {
    const { library, reconciler, close } = await openLibrary(root, how)
    await reconciler.whole()
    const report = await verify(library, reconciler, 'look')
    expect(report).toMatchObject({ articles: 1, findings: [] })
    expect(report.files).toBeGreaterThanOrEqual(6)
    await close()
  }
})

const spoilt: Array<[string, string, (path: string) => Promise<void>]> = [
  ['article.json', 'it is not JSON', (path) => writeFile(path, '{')],
  ['content-1.json', 'it is missing', (path) => rm(path)],
  ['content-1.json', 'it is empty', (path) => writeFile(path, '')],
  ['notes.d0000000000a.json', 'it names no format', (path) => writeFile(path, '[]')],
]

for (const [name, problem, spoil] of spoilt) {
  test(`a look finds ${name} of which ${problem}, and changes nothing; mending restores it`, async () => {
    const { root, id, folder } = await stocked()
    await spoil(join(folder, name))
    const looking = await openLibrary(root, look)
    const found = await verify(looking.library, looking.reconciler, 'look')
    const path = `articles/${id}/${name}`
    expect(found.findings).toEqual([{ path, problem, isHarmless: false, mended: null }])
    await looking.close()

    const mending = await openLibrary(root)
    const mended = await verify(mending.library, mending.reconciler, 'mend')
    expect(mended.findings).toMatchObject([{ path, problem, mended: expect.stringMatching(/^restored/) }])
    mending.library.parts.incidents.dismiss(
      mending.library.parts.incidents.all.map((incident) => incident.id),
    )
    expect((await verify(mending.library, mending.reconciler, 'look')).findings).toEqual([])
  })
}

test('a source that is not what came in is found by its hash; the text is there', async () => {
  const { root, id, folder } = await stocked()
  const path = join(folder, 'source-1.txt')
  await writeFile(path, (await readFile(path, 'utf8')).replace('Monday', 'Sunday'))
  const { library, reconciler } = await openLibrary(root, look)
  expect((await verify(library, reconciler, 'look')).findings).toEqual([
    {
      path: `articles/${id}/source-1.txt`,
      problem: 'it is not what came in; the text itself is there',
      isHarmless: false,
      mended: null,
    },
  ])
})

test('a note that has lost its place is told, and is no damage', async () => {
  const { root, id, folder } = await stocked()
  const path = join(folder, 'notes.d0000000000a.json')
  await writeFile(
    path,
    (await readFile(path, 'utf8')).replace('"exact": "Monday"', '"exact": "Whitsun of 1911"'),
  )
  const { library, reconciler } = await openLibrary(root, look)
  expect((await verify(library, reconciler, 'look')).findings).toMatchObject([
    { path: `articles/${id}`, problem: '1 note needs a place in the text', isHarmless: true },
  ])
})

test('the files of another device and of a later Lectern are found, and mending leaves them', async () => {
  const { root, folder } = await stocked()
  await writeFile(join(folder, 'notes.d0000000000b.json'), 'half of')
  const { library, reconciler } = await openLibrary(root)
  const { findings } = await verify(library, reconciler, 'mend')
  expect(findings).toMatchObject([{ problem: 'it is not JSON', mended: null }])
  expect(await readFile(join(folder, 'notes.d0000000000b.json'), 'utf8')).toBe('half of')
})
