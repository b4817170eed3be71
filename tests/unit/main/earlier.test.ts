import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Earlier } from '../../../main/library/earlier.ts'
import { temporaryFolder } from './folder.ts'
import { monday, newStory, openLibrary, valueOf, yellow } from './opened-library.ts'

test('notes that were removed and changed come back from an earlier state, and newer ones stay', async () => {
  const root = join(await temporaryFolder(), 'library')
  const first = await openLibrary(root)
  const { id } = valueOf(await first.library.add(newStory()))
  const changed = valueOf(await first.notes.add(id, monday, { ...yellow, body: 'as it was' }))
  const removed = valueOf(await first.notes.add(id, monday, { ...yellow, body: 'gone later' }))
  await first.close()

  const { library, notes } = await openLibrary(root)
  const earlier = new Earlier(library, notes)
  const [snapshot] = valueOf(await earlier.list(id))
  expect(snapshot).toMatchObject({ notes: 2, differing: 0 })
  valueOf(await notes.edit(id, changed.note.id, { body: 'otherwise' }))
  valueOf(await notes.remove(id, removed.note.id))
  valueOf(await notes.add(id, null, { ...yellow, body: 'newer' }))
  const name = snapshot?.name ?? ''
  const found = valueOf(await earlier.list(id)).find((candidate) => candidate.name === name)
  expect(found).toMatchObject({ notes: 2, differing: 2 })

  const bodies = (placed: { note: { body: string } }[]): string[] =>
    placed.map(({ note }) => note.body).sort()
  expect(bodies(valueOf(await earlier.open(id, name)))).toEqual(['as it was', 'gone later'])
  expect(bodies(valueOf(await earlier.restore(id, name)))).toEqual(['as it was', 'gone later', 'newer'])
  expect(valueOf(await earlier.list(id)).find((candidate) => candidate.name === name)?.differing).toBe(0)
})

test('a snapshot that is not there is an answer', async () => {
  const { library, notes } = await openLibrary(join(await temporaryFolder(), 'library'))
  const { id } = valueOf(await library.add(newStory()))
  const earlier = new Earlier(library, notes)
  expect(valueOf(await earlier.list(id))).toEqual([])
  expect(await earlier.open(id, '../../article.json')).toMatchObject({ error: { code: 'snapshot-unknown' } })
})
