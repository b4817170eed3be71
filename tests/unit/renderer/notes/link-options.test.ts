import { expect, test } from 'vitest'
import { linkOptions } from '../../../../renderer/notes/link-options.ts'
import type { NoteRow } from '../../../../src/contract.ts'
import { articleId, noteId, row } from '../state/fake-library.ts'

function noteRow(number: number, change: Partial<NoteRow> = {}): NoteRow {
  return {
    id: noteId(number),
    articleId: articleId(1),
    title: 'Story 1',
    direction: 'ltr',
    color: 'yellow',
    tags: [],
    quote: 'will not stop',
    body: '',
    needsPlace: false,
    createdAt: '2026-01-12T10:00:00.000Z',
    group: articleId(1),
    ...change,
  }
}

const asked = { query: 'Ada', writing: noteId(9) }

test('articles come first, then notes, then names, last the name as it is typed', () => {
  const found = { articles: [row(1)], notes: [noteRow(1)], people: ['Ada Fenn'] }
  expect(linkOptions(found, asked).map(({ label, about }) => [label, about])).toEqual([
    ['Story 1', 'Northwire'],
    ['will not stop', 'Story 1'],
    ['Ada Fenn', 'name'],
    ['Ada', 'new name'],
  ])
})

test('a name that is known is not offered twice, and nothing typed is no name', () => {
  const found = { articles: [], notes: [], people: ['Ada'] }
  expect(linkOptions(found, asked)).toHaveLength(1)
  expect(linkOptions({ ...found, people: [] }, { ...asked, query: ' ' })).toEqual([])
})

test('at most three of a kind are offered, and still the name as it is typed', () => {
  const four = [1, 2, 3, 4]
  const found = { articles: four.map(row), notes: four.map((n) => noteRow(n)), people: ['A', 'B', 'C', 'D'] }
  expect(
    linkOptions(found, asked)
      .map(({ target }) => target.kind)
      .join(' '),
  ).toBe('article article article note note note name name name name')
})

test('a note is not offered a link to itself', () => {
  const found = { articles: [], notes: [noteRow(9)], people: ['Ada'] }
  expect(linkOptions(found, asked).map(({ label }) => label)).toEqual(['Ada'])
})

test('a note is called by its first words, on one line', () => {
  const quote = `${'many words '.repeat(20)}\nand more`
  const [option] = linkOptions({ articles: [], notes: [noteRow(1, { quote })], people: ['Ada'] }, asked)
  expect(option?.label).toMatch(/^(many words )+many…$/)
  expect(option?.label.length).toBeLessThanOrEqual(61)
})
