import { type RefObject, useEffect, useEffectEvent, useMemo } from 'react'
import type { NoteId } from '../../src/model/ids.ts'
import type { PlacedNote } from '../../src/model/note.ts'
import { useStore } from '../state/store.ts'
import type { TextMap } from './dom-span.ts'
import { paintFront, paintPassages } from './highlights.ts'
import { passagesOf, type Passage } from './passages.ts'
import { isInView, scrollTo } from './visible-text.ts'

type Around = { notes: readonly PlacedNote[]; scroller: RefObject<HTMLElement | null> }

/**
 * Keeps the passages of the notes painted, the active and the hovered one in front, and brings the active one into view.
 * Answers those that can be seen: none while they are hidden.
 */
export function usePassages(map: TextMap | null, { notes, scroller }: Around): readonly Passage[] {
  const areHidden = useStore((state) => state.arePassagesHidden)
  const passages = useMemo(() => (areHidden ? [] : passagesOf(notes)), [notes, areHidden])
  const active = find(
    passages,
    useStore((state) => state.activeNoteId),
  )
  const hovered = find(
    passages,
    useStore((state) => state.hoveredNoteId),
  )

  useEffect(() => {
    if (map) paintPassages(map, passages)
  }, [map, passages])

  useEffect(() => {
    if (map) paintFront(map, 'hovered', hovered)
  }, [map, hovered])

  useEffect(() => {
    if (map) paintFront(map, 'active', active)
  }, [map, active])

  useEffect(() => {
    if (!map) return
    return () => {
      paintPassages(map, [])
      paintFront(map, 'hovered', null)
      paintFront(map, 'active', null)
    }
  }, [map])

  // Only when another note becomes the active one: a colour that changes must not move the text.
  const bringIntoView = useEffectEvent(() => {
    if (!map || !scroller.current || !active) return
    if (!isInView(scroller.current, map, active.span)) scrollTo(scroller.current, map, active.span)
  })
  const activeId = active?.id
  useEffect(() => bringIntoView(), [activeId])

  return passages
}

function find(passages: readonly Passage[], id: NoteId | null): Passage | null {
  return passages.find((passage) => passage.id === id) ?? null
}
