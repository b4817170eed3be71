import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makeFolder } from '../../../main/library/files/durable.ts'
import { Layout } from '../../../main/library/files/layout.ts'
import { Typing } from '../../../main/library/typing.ts'
import { ArticleId, NoteId } from '../../../src/model/ids.ts'
import { temporaryFolder } from './folder.ts'

const note = { articleId: ArticleId.parse('a00000000001'), id: NoteId.parse('n00000000001') }

async function aLayout(): Promise<Layout> {
  const layout = new Layout(await temporaryFolder())
  await makeFolder(layout.local, layout.root)
  return layout
}

test('what was typed last is there when nobody had time to save it', async () => {
  const layout = await aLayout()
  const typing = new Typing(layout)
  await Promise.all(['W', 'Wh', 'Who', 'Who?'].map((body) => typing.keep({ ...note, body })))
  expect(await new Typing(layout).left()).toEqual({ ...note, body: 'Who?' })
})

test('a saved note leaves nothing behind, even where a letter is just being written', async () => {
  const layout = await aLayout()
  const typing = new Typing(layout)
  const kept = typing.keep({ ...note, body: 'Who?' })
  await typing.saved(note.id, 'Who?')
  await kept
  expect(await new Typing(layout).left()).toBeNull()
  expect(await readdir(layout.local)).toEqual([])
})

test('what is typed while a note is being saved is not forgotten', async () => {
  const layout = await aLayout()
  const typing = new Typing(layout)
  await typing.keep({ ...note, body: 'Who' })
  await typing.keep({ ...note, body: 'Who?' })
  await typing.saved(note.id, 'Who')
  expect(await new Typing(layout).left()).toEqual({ ...note, body: 'Who?' })
})

test('the saving of one note does not forget what is typed in another', async () => {
  const layout = await aLayout()
  const typing = new Typing(layout)
  await typing.keep({ ...note, body: 'Who?' })
  await typing.saved(NoteId.parse('n00000000002'), 'Who?')
  expect(await typing.left()).toEqual({ ...note, body: 'Who?' })
})
