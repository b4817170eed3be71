import type { Content, Span } from '../../src/model/content.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { Color } from '../../src/model/note.ts'
import { trimSpan } from '../../src/text/grapheme-span.ts'
import { copyText } from '../state/article-actions.ts'
import { tell } from '../state/messages.ts'
import { addNote, editNote, noteById, removeNote, setActiveNote } from '../state/note-actions.ts'
import { saveSettings } from '../state/settings-actions.ts'
import type { ReaderHandle } from '../state/state.ts'
import { getState } from '../state/store.ts'
import { startEditing } from '../state/typing-actions.ts'
import { blockNumber, focusBlock, focusedBlock } from './blocks.ts'
import { spanOfRange, type TextMap } from './dom-span.ts'
import { passagesOf, type Passage } from './passages.ts'
import { quotation } from './quotation.ts'
import { scrollTo } from './visible-text.ts'

type Parts = { scroller: HTMLElement; map: TextMap; content: Content }

/** What the keys, the selection bar and the cards ask of the reader. */
export function readerHandle(parts: Parts): ReaderHandle {
  const { scroller, map } = parts
  const top = () => scroller.getBoundingClientRect().top

  return {
    highlight: (color) => highlight(parts, color),
    note: () => write(parts, 'body'),
    tag: () => write(parts, 'tags'),
    nextParagraph: () => focusBlock(map.root, { from: top(), step: 1 }),
    previousParagraph: () => focusBlock(map.root, { from: top(), step: -1 }),
    copyQuote: () => copyQuote(parts),
    removeActive() {
      const { activeNoteId } = getState()
      if (activeNoteId !== null) void removeNote(activeNoteId)
    },
    showPassage(id) {
      const anchor = noteById(id)?.anchor
      if (anchor === null) scroller.scrollTop = 0
      else if (anchor && anchor.kind !== 'lost') scrollTo(scroller, map, anchor.span)
    },
  }
}

/** The words selected in the article; null where none are. */
export function selectedSpan(map: TextMap): Span | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  return spanOfRange(map, selection.getRangeAt(0))
}

/** The note on the words meant, made if there is none yet; null where no words are meant or it failed. */
async function highlight(parts: Parts, color?: Color): Promise<NoteId | null> {
  const span = selectedSpan(parts.map) ?? focusedSpan(parts)
  if (!span) {
    tell('Select some words, or go to a paragraph with J or K')
    return null
  }
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

/** The focus must not go down with the selection bar: it goes to the paragraph. */
function letGoOfSelection({ root }: TextMap): void {
  const selection = document.getSelection()
  const block = selection?.anchorNode?.parentElement?.closest<HTMLElement>('[data-block]')
  selection?.removeAllRanges()
  if (!root.contains(document.activeElement)) block?.focus({ preventScroll: true })
}

async function write(parts: Parts, field: 'body' | 'tags'): Promise<void> {
  const id = noteMeant(parts) ?? (await highlight(parts))
  if (id === null) return
  await startEditing(id)
  // The card opens on its body; its tags are there a frame later.
  if (field === 'tags') requestAnimationFrame(focusTags)
}

/** The active note, unless words outside of it are selected or in focus. */
function noteMeant(parts: Parts): NoteId | null {
  const { activeNoteId } = getState()
  if (selectedSpan(parts.map)) return null
  const focused = focusedSpan(parts)
  const span = passages().find(({ id }) => id === activeNoteId)?.span
  if (!focused || !span) return activeNoteId
  return span.start < focused.end && focused.start < span.end ? activeNoteId : null
}

function focusTags(): void {
  document.querySelector<HTMLElement>('[data-focus="tags"] input')?.focus()
}

function copyQuote(parts: Parts): void {
  const { activeNoteId, open } = getState()
  const active = passages().find(({ id }) => id === activeNoteId)
  const span = selectedSpan(parts.map) ?? active?.span ?? focusedSpan(parts)
  if (!span || !open) return tell('Select some words, or go to a paragraph with J or K')
  void copyText(quotation(parts.map.text.slice(span.start, span.end), open.article), 'Copied as a quotation')
}

function focusedSpan({ map, content }: Parts): Span | null {
  const focused = focusedBlock(map.root)
  const block = focused && content.blocks[blockNumber(focused)]
  if (!block) return null
  const span = trimSpan(map.text, block.span)
  return span.start < span.end ? span : null
}

function passages(): Passage[] {
  return passagesOf(getState().open?.notes ?? [])
}
