// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest'
import type { Span } from '../../../../src/model/content.ts'
import { anchor } from '../../../../src/text/anchor.ts'
import type { PlacedNote } from '../../../../src/model/note.ts'
import { mapText } from '../../../../renderer/reader/dom-span.ts'
import { readerHandle } from '../../../../renderer/reader/reader-handle.ts'
import type { TextFocus } from '../../../../renderer/reader/text-focus.ts'
import type { ReaderHandle } from '../../../../renderer/state/state.ts'
import { getState, setState } from '../../../../renderer/state/store.ts'
import { articleId, fakeLibrary, note, openArticleOf, row, text } from '../state/fake-library.ts'

let library: ReturnType<typeof fakeLibrary>
let handle: ReaderHandle
let focused: Span | null

function placed(number: number, words: string): PlacedNote {
  const start = text.indexOf(words)
  const { note: made } = note(number)
  return { note: made, anchor: { kind: 'exact', span: { start, end: start + words.length } } }
}

function spanOf(words: string): Span {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

beforeEach(() => {
  library = fakeLibrary()
  document.body.innerHTML = `<div tabindex="-1"><p data-block="0" data-start="0" tabindex="-1">${text}</p></div>`
  const root = document.querySelector('div')!
  const open = openArticleOf(row(1), [
    placed(1, 'Tides will rise at noon'),
    placed(2, 'will rise'),
    placed(3, 'warden'),
  ])
  focused = null
  setState({ open, openId: articleId(1) })
  const focus: TextFocus = {
    span: () => focused,
    next: () => undefined,
    previous: () => undefined,
    sentence: () => undefined,
    quotation: () => undefined,
    widen: () => false,
    sentenceAt: () => null,
    follow: () => undefined,
  }
  handle = readerHandle({
    scroller: { current: root },
    map: mapText(root, text),
    content: open.content,
    focus,
    find: () => undefined,
  })
})

function activeNumber(): number | null {
  const { activeNoteId, open } = getState()
  const index = open?.notes.findIndex(({ note: { id } }) => id === activeNoteId) ?? -1
  return index === -1 ? null : index + 1
}

function lastTold(): string | undefined {
  return getState().toasts.at(-1)?.text
}

describe('the next note here', () => {
  test('goes round those that share words with the active one', () => {
    setState({ activeNoteId: note(1).note.id })
    handle.nextHere()
    expect(activeNumber()).toBe(2)
    expect(getState().announcement.text).toBe('Note 2 of 2 here')
    handle.nextHere()
    expect(activeNumber()).toBe(1)
  })

  test('begins with what is in focus where no note is active', () => {
    focused = spanOf('said the warden')
    handle.nextHere()
    expect(activeNumber()).toBe(3)
  })

  test('says so where there is none', () => {
    focused = spanOf('harbour')
    handle.nextHere()
    expect(activeNumber()).toBeNull()
    expect(lastTold()).toBe('There is no note here')
  })
})

describe('moving the focus', () => {
  test('away from the active note lets go of it', () => {
    setState({ activeNoteId: note(3).note.id })
    focused = spanOf('Tides')
    handle.sentence()
    expect(activeNumber()).toBeNull()
  })

  test('within its words keeps it', () => {
    setState({ activeNoteId: note(3).note.id })
    focused = spanOf('said the warden')
    handle.next()
    expect(activeNumber()).toBe(3)
  })

  test('keeps one whose place is doubtful: it may be given the new one', () => {
    const doubtful = placed(3, 'warden')
    const moved = { kind: 'moved', span: spanOf('warden'), score: 0.7, isDoubtful: true } as const
    const open = openArticleOf(row(1), [{ ...doubtful, anchor: moved }])
    setState({ open, activeNoteId: doubtful.note.id })
    focused = spanOf('Tides')
    handle.quotation()
    expect(activeNumber()).toBe(1)
  })
})

describe('giving a note a place', () => {
  test('remembers the words in focus as its passage', async () => {
    focused = spanOf('said the warden')
    await handle.attach(note(2).note.id)
    const asked = library.calls.find(({ method }) => method === 'note.edit')?.input as {
      change: { selector: Parameters<typeof anchor>[1] }
    }
    expect(anchor(getState().open!.content, asked.change.selector)).toEqual({ kind: 'exact', span: focused })
  })

  test('needs words', async () => {
    await handle.attach(note(2).note.id)
    expect(library.calls.filter(({ method }) => method === 'note.edit')).toEqual([])
    expect(lastTold()).toMatch(/^Select some words/)
  })
})

describe('in an older version', () => {
  beforeEach(() => {
    const { open } = getState()
    const [first] = open!.article.versions
    const versions = [first!, { ...first!, number: 2 }]
    setState({ open: { ...open!, article: { ...open!.article, versions } } })
    focused = spanOf('Tides')
  })

  test.each([
    ['no highlight', () => handle.highlight()],
    ['no note', () => handle.note()],
    ['no tag', () => handle.tag()],
    ['no other place', () => handle.attach(note(2).note.id)],
  ])('%s is made, and it is said why', async (_, attempt) => {
    await attempt()
    expect(library.calls).toEqual([])
    expect(lastTold()).toBe('Notes are made in the newest version')
  })
})
