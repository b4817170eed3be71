import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tidyUp } from '../../../main/library/tidy-up.ts'
import { temporaryFolder } from './folder.ts'
import { listOf, monday, newStory, openLibrary, valueOf, yellow } from './opened-library.ts'

const dayMs = 24 * 60 * 60 * 1000

/** A library on a day that can be set. */
async function openOnDay(root: string) {
  let now = Date.UTC(2026, 0, 1)
  const opened = await openLibrary(root, { clock: () => new Date(now++).toISOString() })
  return { ...opened, goToDay: (day: number) => (now = Date.UTC(2026, 0, 1) + day * dayMs) }
}

test('what was removed can be brought back for 30 days, and is gone after that', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library, notes, goToDay } = await openOnDay(root)
  const signal = new AbortController().signal
  const { id } = valueOf(await library.add(newStory({ title: 'Removed' })))
  const { id: staying } = valueOf(await library.add(newStory({ title: 'Staying' })))
  const { note } = valueOf(await notes.add(staying, monday, { ...yellow, body: 'Removed, too' }))
  valueOf(await library.remove(id))
  valueOf(await notes.remove(staying, note.id))
  const { trash, index } = library.parts

  goToDay(29)
  await tidyUp(library, signal)
  expect(await trash.list()).toMatchObject([{ id, title: 'Removed', notes: 0 }])
  expect(index.withRemovedNotes()).toEqual([staying])

  goToDay(31)
  await tidyUp(library, signal)
  expect(await trash.list()).toEqual([])
  expect(await readdir(library.layout.trash)).toEqual([])
  expect(index.withRemovedNotes()).toEqual([])
  expect(await notes.restore(staying, note.id)).toMatchObject({ error: { code: 'note-unknown' } })
  expect(listOf(library)).toMatchObject([{ title: 'Staying', notes: 0 }])
})

test('an article removed twice has both its lives in the trash, and the last one comes back', async () => {
  const root = join(await temporaryFolder(), 'library')
  const { library, goToDay } = await openOnDay(root)
  const { id } = valueOf(await library.add(newStory({ title: 'Nine lives' })))
  await mkdir(join(root, 'trash', id), { recursive: true })
  await writeFile(join(root, 'trash', id, 'article.json'), '{}')
  goToDay(1)
  valueOf(await library.remove(id))
  expect(await readdir(library.layout.trash)).toHaveLength(2)
  expect(valueOf(await library.restore(id))).toMatchObject({ title: 'Nine lives' })
})

test('what is not in the trash can not be restored', async () => {
  const { library } = await openOnDay(join(await temporaryFolder(), 'library'))
  const { id } = valueOf(await library.add(newStory()))
  expect(await library.restore(id)).toMatchObject({ error: { code: 'article-unknown' } })
  expect(listOf(library)).toHaveLength(1)
})
