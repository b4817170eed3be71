// @vitest-environment happy-dom
import { Tooltip } from 'radix-ui'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OpenArticle } from '../../../../src/contract.ts'
import type { NoteId } from '../../../../src/model/ids.ts'
import type { PlacedNote } from '../../../../src/model/note.ts'
import type { Selector } from '../../../../src/model/selector.ts'
import { ok } from '../../../../src/errors.ts'
import { allNotes, defaultSettings } from '../../../../src/model/settings.ts'
import { NoteList } from '../../../../renderer/notes/note-list.tsx'
import { initialState, type ReaderHandle } from '../../../../renderer/state/state.ts'
import { useStore } from '../../../../renderer/state/store.ts'
import { articleId, fakeLibrary, note, noteId, openArticleOf, row, text } from '../state/fake-library.ts'

let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  Element.prototype.scrollIntoView = () => undefined
  // happy-dom lays nothing out: the list is as high as a screen, its rows as high as is usual.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.querySelector('div')!)
})

afterEach(() => {
  act(() => root.unmount())
  useStore.setState(initialState)
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
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
  const open = { ...openArticleOf(row(1), notes), content: { text } } as OpenArticle
  useStore.setState({ open })
  act(() =>
    root.render(
      <Tooltip.Provider>
        <Shown />
      </Tooltip.Provider>,
    ),
  )
}

function Shown() {
  const open = useStore((state) => state.open)
  return open && <NoteList open={open} />
}

/** Settings that can be saved, as they are. */
function fakeSettings(): void {
  const settings = useStore.getState().settings
  const library = fakeLibrary()
  library.answers['settings.save'] = (change) => ok({ ...settings, ...change } as typeof settings)
  useStore.setState({ settings })
}

function rows(): (string | null | undefined)[] {
  return [...document.querySelectorAll('[role="row"]')].map(
    (one) => one.querySelector('.card-quote, .card-whole, h2')?.textContent,
  )
}

function card(words: string): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('[data-note]')].find((one) =>
    one.textContent?.includes(words),
  )!
}

function press(key: string, keys: KeyboardEventInit = {}): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...keys }),
  )
}

function click(words: string, keys: MouseEventInit = {}): void {
  card(words).dispatchEvent(new MouseEvent('click', { bubbles: true, ...keys }))
}

const chosen = () => [...useStore.getState().chosenNotes]

test('an article without notes says how to make one', () => {
  show()
  expect(document.querySelector('.note-empty')?.textContent).toContain('Select some words and press H')
})

test('notes that lost their place stand apart and are kept whole', () => {
  show(whole, first, second, lost)
  expect(rows()).toEqual([
    'On the whole article',
    'words of first',
    'words of second',
    'Needs a place 1',
    'words of lost',
  ])
})

test('a card that is pressed is the active one and brings its words into view', () => {
  const showPassage = vi.fn<ReaderHandle['showPassage']>()
  useStore.setState({ reader: { showPassage } as unknown as ReaderHandle })
  show(first, second)
  act(() => click('words of second'))
  expect(useStore.getState().activeNoteId).toBe('second')
  expect(showPassage).toHaveBeenCalledWith('second')
  expect(card('words of second').getAttribute('aria-current')).toBe('true')
})

test('the arrows go from card to card, stay at the ends, and make each the active one', async () => {
  show(first, second)
  card('words of first').focus()
  const focused = () => document.activeElement?.querySelector('.card-quote')?.textContent
  for (const [key, words] of [
    ['ArrowDown', 'words of second'],
    ['ArrowDown', 'words of second'],
    ['ArrowUp', 'words of first'],
  ] as const) {
    act(() => press(key))
    await vi.waitFor(() => expect(focused()).toBe(words))
    expect(useStore.getState().activeNoteId).toBe(words.slice('words of '.length))
  }
})

test('notes are chosen with Ctrl, Shift, Space and Ctrl+A, and let go with Escape', () => {
  show(whole, first, second)
  act(() => click('words of first'))
  expect(chosen()).toEqual([])
  act(() => click('words of second', { ctrlKey: true }))
  expect(chosen()).toEqual(['first', 'second'])
  act(() => click('words of second', { ctrlKey: true }))
  expect(chosen()).toEqual(['first'])
  act(() => click('On the whole', { shiftKey: true }))
  expect(chosen().toSorted()).toEqual(['first', 'second', 'whole'])
  card('words of first').focus()
  act(() => press(' '))
  expect(chosen().toSorted()).toEqual(['second', 'whole'])
  expect(card('words of second').getAttribute('aria-selected')).toBe('true')
  act(() => press('Escape'))
  expect(chosen()).toEqual([])
  act(() => press('a', { ctrlKey: true }))
  expect(chosen()).toHaveLength(3)
})

test('a filter leaves out what does not fit, but never what was just clicked in the text', () => {
  useStore.setState({ settings: { ...defaultSettings, noteFilter: { ...allNotes, isWritten: true } } })
  const written = { ...second, note: { ...second.note, body: 'Who?' } }
  show(first, written)
  expect(rows()).toEqual(['words of second'])
  act(() => useStore.setState({ activeNoteId: first.note.id }))
  expect(rows()).toEqual(['words of first', 'words of second'])
})

test('a filter that nothing fits says so and can be taken away', () => {
  useStore.setState({ settings: { ...defaultSettings, noteFilter: { ...allNotes, colors: ['red'] } } })
  fakeSettings()
  show(first, second)
  expect(document.querySelector('.note-empty')?.textContent).toContain('No note fits this filter.')
  act(() => document.querySelector<HTMLElement>('.note-empty button')?.click())
  expect(rows()).toEqual(['words of first', 'words of second'])
})

test('a note that was found again with certainty says nothing while it reads as before, be it in other quotation marks', () => {
  const placedAt = (exact: string, isDoubtful = false): PlacedNote => ({
    note: { ...first.note, selector: { exact } as Selector },
    anchor: { kind: 'moved', span: { start: 0, end: 5 }, score: 0.9, isDoubtful },
  })
  const said = () => document.querySelector('.card-place')?.textContent
  show(placedAt('Tides'))
  expect(said()).toBeUndefined()
  show(placedAt('Waves'))
  expect(said()).toBe('Now reads: Tides')
  act(() => useStore.setState({ activeNoteId: first.note.id }))
  expect(said()).toBe('Now reads: TidesKeep this wording')
  show(placedAt('Waves', true))
  expect(said()).toContain('Moved: please confirm')
  expect(said()).toContain('Not here')
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
  await act(async () => document.querySelector<HTMLElement>('.other-texts > button')?.click())
  expect(library.inputsOf('note.choose')).toEqual([
    { articleId: articleId(1), id: noteId(1), body: 'Ask Ada\n\nAsk Ivo' },
  ])
  expect(useStore.getState().open?.notes[0]?.note.otherBodies).toEqual([])
})
