import type { RefObject } from 'react'
import type { Content, Span } from '../../src/model/content.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { Color } from '../../src/model/note.ts'
import type { CopyFormat } from '../../src/model/settings.ts'
import { attributed } from '../../src/text/attribution.ts'
import { describe } from '../../src/text/describe.ts'
import { copy } from '../state/article-actions.ts'
import { announce, tell } from '../state/messages.ts'
import { addNote, editNote, noteById, removeNote, setActiveNote } from '../state/note-actions.ts'
import { saveSettings } from '../state/settings-actions.ts'
import type { ReaderHandle } from '../state/state.ts'
import { getState } from '../state/store.ts'
import { startEditing } from '../state/typing-actions.ts'
import type { TextMap } from './dom-span.ts'
import { isNewest } from '../state/version-actions.ts'
import { heapAround, nextOf, passagesOf, type Passage, touch } from './passages.ts'
import { letGoOfSelection, selectedSpan } from './selection.ts'
import type { TextFocus } from './text-focus.ts'
import { scrollTo } from './visible-text.ts'

export type ReaderParts = {
  scroller: RefObject<HTMLElement | null>
  map: TextMap
  content: Content
  focus: TextFocus
  find: () => void
}

/** What the keys, the selection bar and the cards ask of the reader. */
export function readerHandle(parts: ReaderParts): ReaderHandle {
  const { scroller, map, focus, find } = parts

  return {
    highlight: (color) => highlight(parts, color),
    note: () => write(parts, 'body'),
    tag: () => write(parts, 'tags'),
    next: () => move(focus, focus.next),
    previous: () => move(focus, focus.previous),
    sentence: () => move(focus, focus.sentence),
    quotation: () => move(focus, focus.quotation),
    nextHere: () => showNextHere(parts),
    copyQuote: (format) => copyQuote(parts, format),
    find,
    attach: (id) => attach(parts, id, meantSpan(parts)),
    removeActive() {
      const { activeNoteId } = getState()
      if (activeNoteId !== null) void removeNote(activeNoteId)
    },
    showPassage(id) {
      const anchor = noteById(id)?.anchor
      if (!scroller.current || anchor === undefined) return
      if (anchor === null) scroller.current.scrollTop = 0
      else if (anchor.kind !== 'lost') scrollTo(scroller.current, map, anchor.span)
    },
  }
}

/** Moves the focus; a note it leaves is no longer the active one, unless that one may be meant to get the new place. */
function move(focus: TextFocus, step: () => void): void {
  step()
  const focused = focus.span()
  const left = activePassage()
  if (focused && left && !left.isDoubtful && !touch(left.span, focused)) setActiveNote(null)
}

/** The words selected, else those in focus. */
function meantSpan({ map, focus }: ReaderParts): Span | null {
  return selectedSpan(map) ?? focus.span()
}

/** The note on the words meant, made if there is none yet; null where no words are meant or it failed. */
async function highlight(parts: ReaderParts, color?: Color): Promise<NoteId | null> {
  const span = meantSpan(parts)
  if (!mayAnnotate() || !hasWords(span)) return null
  letGoOfSelection(parts.map)
  if (color && color !== getState().settings.color) void saveSettings({ color })
  const there = passages().find(
    (passage) => passage.span.start === span.start && passage.span.end === span.end,
  )
  if (!there) return (await addNote({ span, ...(color && { color }) }))?.note.id ?? null
  setActiveNote(there.id)
  if (color) await editNote(there.id, { color })
  return there.id
}

function hasWords(span: Span | null): span is Span {
  if (span) return true
  tell('Select some words, or go to a paragraph with J or K')
  return false
}

function mayAnnotate(): boolean {
  const { open } = getState()
  if (open && isNewest(open)) return true
  tell('Notes are made in the newest version')
  return false
}

async function write(parts: ReaderParts, field: 'body' | 'tags'): Promise<void> {
  const id = noteMeant(parts) ?? (await highlight(parts))
  if (id === null) return
  await startEditing(id)
  // The card opens on its body; its tags are there a frame later.
  if (field === 'tags') requestAnimationFrame(focusTags)
}

/** The active note, unless words outside of it are selected or in focus. */
function noteMeant({ map, focus }: ReaderParts): NoteId | null {
  const { activeNoteId } = getState()
  if (selectedSpan(map)) return null
  const focused = focus.span()
  const active = activePassage()
  if (!focused || !active) return activeNoteId
  return touch(active.span, focused) ? activeNoteId : null
}

function focusTags(): void {
  document.querySelector<HTMLElement>('[data-focus="tags"] input')?.focus()
}

/** Gives a note these words for its place. */
export async function attach({ map, content }: ReaderParts, id: NoteId, span: Span | null): Promise<void> {
  const { open } = getState()
  if (!open || !mayAnnotate() || !hasWords(span)) return
  letGoOfSelection(map)
  const isKept = await editNote(id, { selector: describe(content, span, open.version) })
  if (!isKept) return
  setActiveNote(id)
  announce('The note has its place here')
}

/** Of the notes that share words with the active one, or else with the words in focus, the next. */
function showNextHere({ focus }: ReaderParts): void {
  const all = passages()
  const { activeNoteId } = getState()
  const active = activePassage()
  const focused = focus.span()
  const here = active
    ? heapAround(all, active)
    : focused
      ? all.filter(({ span }) => touch(span, focused))
      : []
  const next = nextOf(here, activeNoteId)
  if (!next) return tell('There is no note here')
  setActiveNote(next.id)
  announce(`Note ${here.indexOf(next) + 1} of ${here.length} here`)
}

function copyQuote(parts: ReaderParts, format: CopyFormat): void {
  const { open } = getState()
  const span = selectedSpan(parts.map) ?? activePassage()?.span ?? parts.focus.span()
  if (!open || !hasWords(span)) return
  const words = parts.map.text.slice(span.start, span.end)
  const quotation = attributed(words, { ...open.article, page: pageOf(parts.content, span.start) })
  void copy({ text: quotation[format], html: quotation.html }, `Quotation copied as ${formatNames[format]}`)
}

/** The number of the page that an offset is on: that of the last block with one at or before it. */
function pageOf({ blocks }: Content, offset: number): number | undefined {
  return blocks.findLast(({ page, span }) => page !== undefined && span.start <= offset)?.page
}

const formatNames: Record<CopyFormat, string> = { markdown: 'Markdown', plain: 'plain text', html: 'HTML' }

function activePassage(): Passage | undefined {
  const { activeNoteId } = getState()
  return passages().find(({ id }) => id === activeNoteId)
}

function passages(): Passage[] {
  return passagesOf(getState().open?.notes ?? [])
}
