// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mapText, type TextMap } from '../../../../renderer/reader/dom-span.ts'
import { usePassages } from '../../../../renderer/reader/use-passages.ts'
import { setState } from '../../../../renderer/state/store.ts'
import type { OpenArticle } from '../../../../src/contract.ts'
import { fakeLibrary, note, openArticleOf, row, text } from '../state/fake-library.ts'
import { painted, wordsIn } from './fake-highlights.ts'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

let map: TextMap
let root: Root
const open = openArticleOf(row(1), [note(1)])
const highlight = { content: open.content, span: { start: 6, end: 10 }, color: 'yellow' } as const

function Passages({ shown }: { shown: OpenArticle }) {
  usePassages(map, { open: shown, scroller: { current: null } })
  return null
}

beforeEach(() => {
  fakeLibrary()
  document.body.innerHTML = `<div><p data-start="0">${text}</p></div><div id="root"></div>`
  map = mapText(document.querySelector('div')!, text)
  root = createRoot(document.querySelector('#root')!)
  act(() => root.render(<Passages shown={open} />))
})

afterEach(() => act(() => root.unmount()))

test('what is being highlighted is painted as the active one, beside the one that is', () => {
  act(() => setState({ activeNoteId: note(1).note.id, pending: [highlight] }))
  expect(wordsIn(map, 'active-yellow').toSorted()).toEqual(['Tides', 'will'])
  act(() => setState({ pending: [] }))
  expect(wordsIn(map, 'active-yellow')).toEqual(['Tides'])
})

test('becoming the active one changes nothing of how it is painted', () => {
  act(() => setState({ pending: [highlight] }))
  const [before] = painted.get('active-yellow') ?? []
  const added = { ...note(2, 6), anchor: { kind: 'exact', span: highlight.span } as const }
  act(() => {
    setState({ pending: [], activeNoteId: added.note.id })
    root.render(<Passages shown={{ ...open, notes: [...open.notes, added] }} />)
  })
  expect([...(painted.get('active-yellow') ?? [])]).toEqual([before])
  expect(wordsIn(map, 'active-yellow')).toEqual(['will'])
})

test('it is painted only in the text it was made in, and not while passages are hidden', () => {
  act(() => setState({ pending: [{ ...highlight, content: { ...open.content } }] }))
  expect(painted.has('active-yellow')).toBe(false)
  act(() => setState({ pending: [highlight], arePassagesHidden: true }))
  expect(painted.size).toBe(0)
})
