import { type DragEvent, useEffect } from 'react'
import type { Span } from '../../src/model/content.ts'
import { NoteId } from '../../src/model/ids.ts'
import { offsetAt } from './hit-test.ts'
import { type Layer, paint, priorities } from './layers.ts'
import { selectedSpan } from './selection.ts'
import { focusLook } from './text-focus.ts'
import { attach, type ReaderParts } from './reader-handle.ts'

/** How a note's card that is dragged says which note it is. */
const noteType = 'application/x-lectern-note'

const layer: Layer = { name: 'drop', priority: priorities.drop, look: focusLook }

/** Lets a note be dropped on the text: it gets the sentence under the pointer for its place, or the selection if that is there. */
export function useNoteDrop(parts: ReaderParts | null) {
  useEffect(() => {
    if (parts) return () => paint(parts.map, layer, [])
  }, [parts])

  function targetOf({ clientX, clientY }: DragEvent): Span | null {
    const offset = parts && offsetAt(parts.map, { x: clientX, y: clientY })
    if (!parts || offset === null) return null
    const selected = selectedSpan(parts.map)
    const isOnSelection = selected && selected.start <= offset && offset < selected.end
    return isOnSelection ? selected : parts.focus.sentenceAt(offset)
  }

  function show(span: Span | null) {
    if (parts) paint(parts.map, layer, span ? [span] : [])
  }

  return {
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer.types.includes(noteType)) return
      const target = targetOf(event)
      show(target)
      if (target) event.preventDefault()
    },
    onDragLeave: () => show(null),
    onDrop(event: DragEvent) {
      show(null)
      const id = NoteId.safeParse(event.dataTransfer.getData(noteType))
      const target = id.success ? targetOf(event) : null
      if (!parts || !id.success || !target) return
      event.preventDefault()
      void attach(parts, id.data, target)
    },
  }
}
