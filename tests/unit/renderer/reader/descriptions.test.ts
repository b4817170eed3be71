import { expect, test } from 'vitest'
import type { Block } from '../../../../src/model/content.ts'
import type { Anchor } from '../../../../src/model/selector.ts'
import type { PlacedNote } from '../../../../src/model/note.ts'
import { descriptionsOf } from '../../../../renderer/reader/descriptions.ts'
import { note } from '../state/fake-library.ts'

const paragraphs = [
  'The tide will rise at noon, said the warden.',
  'Nobody objected.',
  'The quays stay open.',
]
const text = paragraphs.join('\n\n')
const blocks = paragraphs.map((paragraph): Block => {
  const start = text.indexOf(paragraph)
  return { kind: 'paragraph', span: { start, end: start + paragraph.length } }
})

function on(
  words: string,
  { body = '', anchor = {} }: { body?: string; anchor?: Partial<Anchor> } = {},
): PlacedNote {
  const start = text.indexOf(words)
  const placed = note(1)
  return {
    note: { ...placed.note, body },
    anchor: { kind: 'exact', span: { start, end: start + words.length }, ...anchor } as Anchor,
  }
}

function said(...notes: PlacedNote[]): string[] {
  return descriptionsOf({ text, blocks }, notes).map(
    (description) => `${description.block}: ${description.text}`,
  )
}

test('it is said where a highlight starts and ends, and what was written', () => {
  expect(said(on('tide will rise at noon, said', { body: 'Which noon?' }))).toEqual([
    '0: Yellow highlight starts at ‘tide will rise at noon,’, ends at ‘will rise at noon, said’. Note: Which noon?',
  ])
})

test('one that goes on over paragraphs is spoken of at each of them', () => {
  expect(said(on('said the warden.\n\nNobody objected.\n\nThe quays'))).toEqual([
    '0: Yellow highlight starts at ‘said the warden. Nobody’ and goes on.',
    '1: Yellow highlight on all of it.',
    '2: Yellow highlight ends at ‘objected. The quays’.',
  ])
})

test('several on one paragraph are told one after the other', () => {
  expect(said(on('tide'), on('rise'))).toEqual([
    '0: Yellow highlight starts at ‘tide’, ends at ‘tide’. Yellow highlight starts at ‘rise’, ends at ‘rise’.',
  ])
})

test('a doubtful place is called one', () => {
  const [first] = said(on('quays', { anchor: { kind: 'moved', score: 0.7, isDoubtful: true } }))
  expect(first).toMatch(/^2: Perhaps yellow highlight/)
})

test('notes without a place, and paragraphs without notes, are not spoken of', () => {
  expect(said({ ...on('tide'), anchor: { kind: 'lost' } }, { ...on('tide'), anchor: null })).toEqual([])
})
