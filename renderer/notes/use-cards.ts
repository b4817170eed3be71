import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { NoteId } from '../../src/model/ids.ts'
import { useStore } from '../state/store.ts'
import { type CardRow, keyOf } from './card-rows.ts'

/** A card with a quotation of two lines, as drawn; each is measured when it is there. */
const usualCardPx = 90
/** Between the cards, and above the first. */
const gapPx = 12

/**
 * Which rows are drawn, and where: those in view, the active one, which the Tab key stops at, and the one being written. The
 * active one is brought into view whenever it is another.
 */
export function useCards(rows: readonly CardRow[]) {
  const active = useStore((state) => state.activeNoteId)
  const editing = useStore((state) => state.editingNoteId)
  const scroller = useRef<HTMLDivElement>(null)
  const place = indexOf(rows, active)
  const stop = Math.max(0, place)
  const written = indexOf(rows, editing)
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keyOf(rows[index]!),
    estimateSize: () => usualCardPx,
    gap: gapPx,
    paddingStart: gapPx,
    scrollPaddingStart: gapPx,
    scrollPaddingEnd: gapPx,
    overscan: 4,
    rangeExtractor: (range) => {
      const indexes = new Set([...defaultRangeExtractor(range), stop, written])
      return [...indexes].filter((index) => index >= 0 && index < range.count).sort((a, b) => a - b)
    },
  })

  const bringIntoView = useEffectEvent(() => {
    if (place !== -1) virtualizer.scrollToIndex(place)
  })
  useEffect(() => bringIntoView(), [active, editing])

  return { scroller, virtualizer, stop }
}

function indexOf(rows: readonly CardRow[], id: NoteId | null): number {
  return id === null ? -1 : rows.findIndex((row) => row.kind === 'note' && row.placed.note.id === id)
}
