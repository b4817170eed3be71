// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { NoteMove } from '../../../../src/model/comparison.ts'
import { NoteMoves } from '../../../../renderer/versions/note-moves.tsx'
import { note } from '../state/fake-library.ts'

let number = 0

function move(outcome: NoteMove['outcome'], reads: string | null = null): NoteMove {
  return { outcome, placed: note((number += 1)), reads }
}

function report(...moves: NoteMove[]): HTMLElement {
  document.body.innerHTML = renderToStaticMarkup(<NoteMoves moves={moves} direction="ltr" />)
  return document.body
}

function counts(...moves: NoteMove[]): string | null | undefined {
  return report(...moves).querySelector('.moves-counts')?.textContent
}

test('the notes are counted by what became of them, and what is none is not said', () => {
  const many = [move('same'), move('same'), move('moved', 'Tides'), move('moved', 'Tides'), move('lost')]
  expect(counts(...many)).toBe('2 stand as they were · 2 moved · 1 needs a place')
  expect(
    counts(move('same'), move('reworded', 'Tide'), move('doubtful', 'Tied'), move('lost'), move('lost')),
  ).toBe('1 stands as it was · 1 reads otherwise · 1 to be confirmed · 2 need a place')
  expect(counts()).toBe('No words of it are marked.')
})

test('those that stand as they were are not listed', () => {
  expect(report(move('same'), move('same')).querySelectorAll('.move')).toHaveLength(0)
})

test('a quotation that reads otherwise gives both readings', () => {
  const item = report(move('reworded', 'The tides')).querySelector('.move')
  expect(item?.textContent).toBe(
    'The words you marked were changedTidesThe quotation you marked now readsThe tides',
  )
})

test('a note that moved has the same words, and they are given once', () => {
  const item = report(move('moved', 'Tides')).querySelector('.move')
  expect(item?.textContent).toBe('The same words, elsewhereTides')
})

test('a note without a place says so and keeps its words', () => {
  const item = report(move('lost')).querySelector('.move')
  expect(item?.textContent).toBe('The words you marked are gone: needs a placeTides')
})
