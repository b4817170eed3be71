import type { VirtualItem, Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'

/** A list and what it was asked for: whoever comes back to the same finds it as it was left. */
export type ListName = { list: string; question: string }

type Place = {
  question: string
  /** CSS pixels it was scrolled by. */
  offset: number
  /** The rows whose heights are known. */
  measured: VirtualItem[]
  /** The number of the row that the Tab key stops at. */
  stop: number
}

/** By the names of the lists, for as long as the window is open. */
const places = new Map<string, Place>()

/** Where the list was left; its top where it was asked for something else then, or never shown. */
export function placeLeft({ list, question }: ListName): Place {
  const place = places.get(list)
  return place?.question === question ? place : { question, offset: 0, measured: [], stop: 0 }
}

/** Remembers where the list is when it is taken away. */
export function useLeaving(
  { list, question }: ListName,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  stop: number,
): void {
  const latest = useRef(stop)
  useEffect(() => {
    latest.current = stop
  }, [stop])
  useEffect(() => {
    // What was asked for before is left for good: only who goes to another list comes back.
    places.delete(list)
    return () => {
      const offset = virtualizer.scrollOffset ?? 0
      places.set(list, { question, offset, measured: virtualizer.takeSnapshot(), stop: latest.current })
    }
  }, [list, question, virtualizer])
}
