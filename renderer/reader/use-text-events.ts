import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import { openLink } from '../state/article-actions.ts'
import { announce } from '../state/messages.ts'
import { setActiveNote, setHoveredNote } from '../state/note-actions.ts'
import { getState } from '../state/store.ts'
import { setNotesTab } from '../state/view-actions.ts'
import { jump } from './footnote-jumps.ts'
import { passagesUnder } from './hit-test.ts'
import { nextOf, type Passage } from './passages.ts'
import type { ReaderParts } from './reader-handle.ts'

/** What the pointer and the keys do in the text: links open, footnotes are gone to, a passage under the pointer marks its card. */
export function useTextEvents(parts: ReaderParts | null, passages: readonly Passage[]) {
  const frame = useRef(0)

  // An article that goes takes its focus with it.
  useEffect(() => {
    if (parts) return () => void parts.focus.widen()
  }, [parts])

  function onClick(event: MouseEvent) {
    const href = hrefAt(event.target)
    if (href !== null) return void openLink(href)
    if (parts && jump(parts.map.root, event.target)) return
    const isSelecting = document.getSelection()?.isCollapsed === false
    if (!parts || isSelecting) return
    const under = passagesUnder(parts.map, passages, at(event))
    const next = nextOf(under, getState().activeNoteId)
    if (next) setNotesTab('notes')
    setActiveNote(next?.id ?? null)
    if (next && under.length > 1) announce(`Note ${under.indexOf(next) + 1} of ${under.length} here`)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && letGo(parts)) return event.preventDefault()
    if (event.key !== 'Enter') return
    const href = hrefAt(event.target)
    if (href !== null) void openLink(href)
    else if (!parts || !jump(parts.map.root, event.target)) return
    event.preventDefault()
  }

  /** Once a frame, because a mouse may move far more often than the screen is painted. */
  function onPointerMove(event: PointerEvent) {
    const point = at(event)
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      const id = parts ? (passagesUnder(parts.map, passages, point)[0]?.id ?? null) : null
      if (id !== getState().hoveredNoteId) setHoveredNote(id)
    })
  }

  function onPointerLeave() {
    cancelAnimationFrame(frame.current)
    setHoveredNote(null)
  }

  return {
    onClick,
    onKeyDown,
    onPointerMove,
    onPointerLeave,
    onPointerDown: () => void parts?.focus.widen(),
    onFocus: () => parts?.focus.follow(),
    onBlur: () => parts?.focus.follow(),
  }
}

/** Lets go of the selection, else widens the focus, else lets go of the active note, else of the paragraph. */
function letGo(parts: ReaderParts | null): boolean {
  const selection = document.getSelection()
  const { activeNoteId } = getState()
  if (selection && !selection.isCollapsed) selection.removeAllRanges()
  else if (parts?.focus.widen()) announce('Paragraph')
  else if (activeNoteId !== null) setActiveNote(null)
  else if (parts?.focus.span()) parts.scroller.current?.focus({ preventScroll: true })
  else return false
  return true
}

function at({ clientX, clientY }: MouseEvent): { x: number; y: number } {
  return { x: clientX, y: clientY }
}

function hrefAt(target: EventTarget): string | null {
  const link = target instanceof Element ? target.closest<HTMLElement>('[data-href]') : null
  return link?.dataset['href'] ?? null
}
