import { type RefCallback, useCallback, useState } from 'react'
import type { Content } from '../../src/model/content.ts'
import { mapText } from './dom-span.ts'
import type { ReaderParts } from './reader-handle.ts'
import { textFocus } from './text-focus.ts'

type Around = Pick<ReaderParts, 'scroller' | 'find'> & { content: Content }

/** The map of the text's DOM, which stands still for as long as the content does, and what goes by it; and the ref that reads it. */
export function useReaderParts({
  content,
  scroller,
  find,
}: Around): [ReaderParts | null, RefCallback<HTMLElement>] {
  const [parts, setParts] = useState<ReaderParts | null>(null)
  const read = useCallback(
    (root: HTMLElement | null) => setParts(root && partsIn(root, { content, scroller, find })),
    [content, scroller, find],
  )
  return [parts, read]
}

function partsIn(root: HTMLElement, { content, scroller, find }: Around): ReaderParts {
  const map = mapText(root, content.text)
  return { map, content, scroller, find, focus: textFocus({ map, content, scroller }) }
}
