import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Content } from '../../src/model/content.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { rangeOfSpan, type TextMap } from './dom-span.ts'
import './find-bar.css'
import { useHits } from './use-hits.ts'

type Props = {
  map: TextMap
  content: Content
  scroller: RefObject<HTMLElement | null>
  /** How often it was asked for: each time the focus goes into its field. */
  asked: number
  onClose: () => void
}

/** Words of the article are sought in it. Closed, it leaves the find that was looked at selected. */
export function FindBar({ map, content, scroller, asked, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const { hits, at, go } = useHits(query, { map, content, scroller })

  // A frame later, because a sheet that closes first gives the focus back to where it came from.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.select())
    return () => cancelAnimationFrame(frame)
  }, [asked])

  function close() {
    const current = hits[at]
    const words = current && rangeOfSpan(map, current)
    onClose()
    if (words)
      document
        .getSelection()
        ?.setBaseAndExtent(words.startContainer, words.startOffset, words.endContainer, words.endOffset)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target === field.current) go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
  }

  return (
    <div className="find-bar" role="search" aria-label="Find in the article" onKeyDown={onKeyDown}>
      <input
        ref={field}
        className="find-field"
        aria-label="Find in the article"
        placeholder="Find in the article"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <span className="find-count" role="status">
        {query.trim() !== '' && (hits.length === 0 ? 'Not found' : `${at + 1} of ${hits.length}`)}
      </span>
      <IconButton label="Previous" keys="Shift+Enter" disabled={hits.length === 0} onClick={() => go(-1)}>
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton label="Next" keys="Enter" disabled={hits.length === 0} onClick={() => go(1)}>
        <ChevronDown aria-hidden />
      </IconButton>
      <IconButton label="Close" keys="Escape" onClick={close}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}
