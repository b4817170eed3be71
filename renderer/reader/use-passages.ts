import type { PlacedNote } from '../../src/model/note.ts'
import { type RefObject, useEffect, useEffectEvent, useMemo } from 'react'
import type { NoteId } from '../../src/model/ids.ts'
import { useStore } from '../state/store.ts'
import type { TextMap } from './dom-span.ts'
import { paintFront, paintPassages } from './highlights.ts'
import { passagesOf, type Passage } from './passages.ts'
import { isInView, scrollTo } from './visible-text.ts'

type Around = { notes: readonly PlacedNote[]; scroller: RefObject<HTMLElement | null> }

/** Keeps the passages of the notes painted, the active and the hovered one in front, and brings the active one into view. */
export function usePassages(map: TextMap | null, { notes, scroller }: Around): readonly Passage[] {
  const passages = useSame(passagesOf(notes))
  const active = find(
    passages,
    useStore((state) => state.activeNoteId),
  )
  const hovered = find(
    passages,
    useStore((state) => state.hoveredNoteId),
  )

  useEffect(() => {
    if (!map) return
    paintPassages(map, passages)
    return () => paintPassages(map, [])
  }, [map, passages])

  useEffect(() => {
    if (!map) return
    paintFront(map, 'hovered', hovered)
    return () => paintFront(map, 'hovered', null)
  }, [map, hovered])

  useEffect(() => {
    if (!map) return
    paintFront(map, 'active', active)
    return () => paintFront(map, 'active', null)
  }, [map, active])

  // Only when another note becomes the active one: a colour that changes must not move the text.
  const bringIntoView = useEffectEvent(() => {
    if (!map || !scroller.current || !active) return
    if (!isInView(scroller.current, map, active.span)) scrollTo(scroller.current, map, active.span)
  })
  const activeId = active?.id
  useEffect(() => bringIntoView(), [activeId])

  return passages
}

/** The passages of before where they say the same, since each key typed into a note makes its list anew. */
function useSame(passages: Passage[]): Passage[] {
  const said = JSON.stringify(passages)
  return useMemo(() => JSON.parse(said) as Passage[], [said])
}

function find(passages: readonly Passage[], id: NoteId | null): Passage | null {
  return passages.find((passage) => passage.id === id) ?? null
}
