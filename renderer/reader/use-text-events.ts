import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react'
import { openLink } from '../state/article-actions.ts'
import { setActiveNote, setHoveredNote } from '../state/note-actions.ts'
import { getState } from '../state/store.ts'
import { setNotesTab } from '../state/view-actions.ts'
import type { TextMap } from './dom-span.ts'
import { passagesUnder } from './hit-test.ts'
import { nextOf, type Passage } from './passages.ts'

/** What the pointer and the keys do in the text: links open, a passage under the pointer marks its card. */
export function useTextEvents(map: TextMap | null, passages: readonly Passage[]) {
  const frame = useRef(0)

  function onClick(event: MouseEvent) {
    const href = hrefAt(event.target)
    if (href !== null) return void openLink(href)
    const isSelecting = document.getSelection()?.isCollapsed === false
    if (!map || isSelecting) return
    const next = nextOf(passagesUnder(map, passages, at(event)), getState().activeNoteId)
    if (next) setNotesTab('notes')
    setActiveNote(next?.id ?? null)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && letGo()) return event.preventDefault()
    const href = event.key === 'Enter' ? hrefAt(event.target) : null
    if (href === null) return
    event.preventDefault()
    void openLink(href)
  }

  /** Once a frame, because a mouse may move far more often than the screen is painted. */
  function onPointerMove(event: PointerEvent) {
    const point = at(event)
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => {
      const id = map ? (passagesUnder(map, passages, point)[0]?.id ?? null) : null
      if (id !== getState().hoveredNoteId) setHoveredNote(id)
    })
  }

  function onPointerLeave() {
    cancelAnimationFrame(frame.current)
    setHoveredNote(null)
  }

  return { onClick, onKeyDown, onPointerMove, onPointerLeave }
}

/** Lets go of the selection, else of the active note; false where there was neither. */
function letGo(): boolean {
  const selection = document.getSelection()
  const { activeNoteId } = getState()
  if (selection && !selection.isCollapsed) selection.removeAllRanges()
  else if (activeNoteId !== null) setActiveNote(null)
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
