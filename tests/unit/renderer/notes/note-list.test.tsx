import type { PlacedNote } from '../../../../src/model/note.ts'
// @vitest-environment happy-dom
import { Tooltip } from 'radix-ui'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenArticle } from '../../../../src/contract.ts'
import type { Article } from '../../../../src/model/article.ts'
import type { NoteId } from '../../../../src/model/ids.ts'
import type { Selector } from '../../../../src/model/selector.ts'
import { NoteList } from '../../../../renderer/notes/note-list.tsx'
import { initialState, type ReaderHandle } from '../../../../renderer/state/state.ts'
import { useStore } from '../../../../renderer/state/store.ts'
import { articleId, fakeLibrary, note, noteId } from '../state/fake-library.ts'

let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  Element.prototype.scrollIntoView = () => undefined
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.querySelector('div')!)
})

afterEach(() => {
  act(() => root.unmount())
  useStore.setState(initialState)
  vi.unstubAllGlobals()
})

function placed(id: string, anchor: PlacedNote['anchor']): PlacedNote {
  const selector = anchor && ({ exact: `words of ${id}` } as Selector)
  const note = {
    id: id as NoteId,
    selector,
    body: '',
    color: 'yellow',
    tags: [],
    otherBodies: [],
  } as unknown as PlacedNote['note']
  return { note, anchor }
}

const first = placed('first', { kind: 'exact', span: { start: 0, end: 5 } })
const second = placed('second', { kind: 'exact', span: { start: 9, end: 12 } })
const whole = placed('whole', null)
const lost = placed('lost', { kind: 'lost' })

function show(...notes: PlacedNote[]): void {
  const open = { article: { direction: 'ltr' } as Article, notes } as OpenArticle
  useStore.setState({ open })
  act(() =>
    root.render(
      <Tooltip.Provider>
        <NoteList open={open} />
      </Tooltip.Provider>,
    ),
  )
}

function cardsIn(label: string): (string | null)[] {
  return [...document.querySelectorAll(`[aria-label="${label}"] [data-card]`)].map((card) => card.textContent)
}

function card(words: string): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('[data-card]')].find((one) => one.textContent === words)!
}

function press(key: string): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )
}

test('an article without notes says how to make one', () => {
  show()
  expect(document.querySelector('.note-empty')?.textContent).toContain('Select some words and press H')
})

test('notes that lost their place stand apart and are kept whole', () => {
  show(whole, first, second, lost)
  expect(cardsIn('Notes')).toEqual(['On the whole article', 'words of first', 'words of second'])
  expect(cardsIn('Notes that need a place')).toEqual(['words of lost'])
})

test('a card that is pressed is the active one and brings its words into view', () => {
  const showPassage = vi.fn<ReaderHandle['showPassage']>()
  useStore.setState({ reader: { showPassage } as unknown as ReaderHandle })
  show(first, second)
  act(() => card('words of second').click())
  expect(useStore.getState().activeNoteId).toBe('second')
  expect(showPassage).toHaveBeenCalledWith('second')
  expect(card('words of second').getAttribute('aria-current')).toBe('true')
})

test('j and k go from card to card, and stay at the ends', () => {
  show(first, second)
  card('words of first').focus()
  const focused = () => document.activeElement?.textContent
  act(() => press('j'))
  expect(focused()).toBe('words of second')
  act(() => press('j'))
  expect(focused()).toBe('words of second')
  act(() => press('k'))
  expect(focused()).toBe('words of first')
})

test('the card says what is true of what is being typed', () => {
  const id = 'first' as NoteId
  useStore.setState({ editingNoteId: id, typing: { noteId: id, body: 'A tho', status: 'typing' } })
  show(first)
  const status = () => document.querySelector('.note-status')?.textContent
  expect(document.querySelector('textarea')?.value).toBe('A tho')
  expect(status()).toBe('Saving…')
  act(() => useStore.setState({ typing: { noteId: id, body: 'A tho', status: 'saved' } }))
  expect(status()).toBe('Saved')
  act(() => useStore.setState({ typing: { noteId: id, body: 'A tho', status: 'failed' } }))
  expect(status()).toBe('Not saved')
})

test('a note written on two devices at once shows both texts until one is kept, or both', async () => {
  const library = fakeLibrary()
  const placedNote = note(1)
  const twice = { ...placedNote, note: { ...placedNote.note, body: 'Ask Ada', otherBodies: ['Ask Ivo'] } }
  library.notes.set(twice.note.id, twice)
  show(twice)
  const texts = () => document.querySelector('.other-texts')
  expect(texts()?.textContent).toContain('Ask Ada')
  expect(texts()?.textContent).toContain('Ask Ivo')
  const named = [...document.querySelectorAll('.other-texts button')].map(
    (button) => button.getAttribute('aria-label') ?? button.textContent,
  )
  expect(named).toEqual(['Keep this one: text 1 of 2', 'Keep this one: text 2 of 2', 'Keep both'])
  useStore.setState({ open: { ...useStore.getState().open!, article: { id: articleId(1) } as Article } })
  await act(async () => document.querySelector<HTMLElement>('.other-texts > button')?.click())
  expect(library.inputsOf('note.choose')).toEqual([
    { articleId: articleId(1), id: noteId(1), body: 'Ask Ada\n\nAsk Ivo' },
  ])
  expect(useStore.getState().open?.notes[0]?.note.otherBodies).toEqual([])
})
