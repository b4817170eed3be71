import { type RefObject, useEffect, useEffectEvent, useMemo } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import type { Content } from '../../src/model/content.ts'
import type { NoteId } from '../../src/model/ids.ts'
import type { PendingHighlight } from '../state/state.ts'
import { useStore } from '../state/store.ts'
import type { TextMap } from './dom-span.ts'
import { paintFront, paintPassages } from './highlights.ts'
import { passagesOf, type Passage } from './passages.ts'
import { isInView, scrollTo } from './visible-text.ts'

type Around = { open: OpenArticle; scroller: RefObject<HTMLElement | null> }

/**
 * Keeps the passages of the notes painted, the active and the hovered one in front, and brings the active one into view.
 * What is being highlighted looks as it will once it is the active one. Answers the passages that can be seen: none while
 * they are hidden.
 */
export function usePassages(map: TextMap | null, { open, scroller }: Around): readonly Passage[] {
  const { notes, content } = open
  const areHidden = useStore((state) => state.arePassagesHidden)
  const passages = useMemo(() => (areHidden ? [] : passagesOf(notes)), [notes, areHidden])
  const allPending = useStore((state) => state.pending)
  const pending = useMemo(
    () => (areHidden ? [] : pendingIn(content, allPending)),
    [content, allPending, areHidden],
  )
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
    if (map) paintFront(map, 'hovered', hovered ? [hovered] : [])
  }, [map, hovered])

  useEffect(() => {
    if (map) paintFront(map, 'active', active ? [...pending, active] : pending)
  }, [map, active, pending])

  useEffect(() => {
    if (!map) return
    return () => {
      paintPassages(map, [])
      paintFront(map, 'hovered', [])
      paintFront(map, 'active', [])
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

function pendingIn(content: Content, all: readonly PendingHighlight[]): Omit<Passage, 'id'>[] {
  const here = all.filter((highlight) => highlight.content === content)
  return here.map(({ span, color }) => ({ span, color, isDoubtful: false }))
}

function find(passages: readonly Passage[], id: NoteId | null): Passage | null {
  return passages.find((passage) => passage.id === id) ?? null
}
