import { expect, test } from 'vitest'
import type { CarriedNote } from '../../../src/importers/entry.ts'
import { placeNotes } from '../../../src/importers/place-notes.ts'
import { anchor } from '../../../src/text/anchor.ts'
import { draftOf } from './drafts.ts'

const text =
  'Lamp\n\nThe keeper went up at dusk. He came down at dawn.\n\nThe boat came at noon. The keeper went up again.\n'

function note(key: string, quote: CarriedNote['quote']): CarriedNote {
  return { key, quote, body: '', color: 'yellow', tags: [], createdAt: null }
}

async function placed(...notes: CarriedNote[]) {
  const { content } = await draftOf('lamp.txt', text)
  return { content, notes: placeNotes(content, notes, 'lamp') }
}

test('a quotation that stands there once is placed, however its spaces were written', async () => {
  const { content, notes } = await placed(note('a', { exact: 'came  down\nat dawn' }))
  const { selector } = notes[0]!
  expect(selector).toMatchObject({ exact: 'came down at dawn', version: 1 })
  expect(anchor(content, selector!).kind).toBe('exact')
})

test('of several places the surroundings, or the known offset, tell which is meant', async () => {
  const { content, notes } = await placed(
    note('by suffix', { exact: 'The keeper went up', prefix: 'noon. ', suffix: ' again.' }),
    note('by offset', {
      exact: 'The keeper went up',
      start: text.lastIndexOf('The keeper') - 'Lamp\n\n'.length,
    }),
  )
  const last = content.text.lastIndexOf('The keeper')
  expect(notes.map(({ selector }) => selector?.start)).toEqual([last, last])
})

test('a quotation that the text does not have keeps its words and needs a place; one of nothing is on the whole', async () => {
  const { content, notes } = await placed(
    note('lost', { exact: 'The lighthouse was painted red and white in the spring' }),
    note('whole', null),
    note('blank', { exact: ' \n ' }),
  )
  const [lost, whole, blank] = notes
  expect(lost?.selector).toMatchObject({ exact: expect.stringContaining('lighthouse'), block: null })
  expect(anchor(content, lost!.selector!).kind).toBe('lost')
  expect([whole?.selector, blank?.selector]).toEqual([null, null])
})

test('the same note has the same id whenever it comes in, and no two have one', async () => {
  const { notes } = await placed(note('a', null), note('b', null))
  const { notes: again } = await placed(note('a', null))
  expect(again[0]?.id).toBe(notes[0]?.id)
  expect(notes[1]?.id).not.toBe(notes[0]?.id)
  const { content } = await draftOf('lamp.txt', text)
  expect(placeNotes(content, [note('a', null)], 'another lamp')[0]?.id).not.toBe(notes[0]?.id)
})
