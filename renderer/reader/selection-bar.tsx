import { Copy, StickyNote, Tag } from 'lucide-react'
import { Toolbar } from 'radix-ui'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Span } from '../../src/model/content.ts'
import { Color } from '../../src/model/note.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { rangeOfSpan, type TextMap } from './dom-span.ts'

type Props = { map: TextMap; span: Span; scroller: RefObject<HTMLElement | null> }

/** What can be done with the words selected, at their end. The keys do the same without it. */
export function SelectionBar({ map, span, scroller }: Props) {
  const bar = useRef<HTMLDivElement>(null)
  const reader = useStore((state) => state.reader)
  const { colorMeanings: meanings, copyFormat } = useStore((state) => state.settings)

  useLayoutEffect(() => {
    if (bar.current && scroller.current) placeBar(bar.current, scroller.current, rangeOfSpan(map, span))
  }, [map, span, scroller])

  return (
    <Toolbar.Root
      ref={bar}
      className="selection-bar"
      aria-label="Selected words"
      // Pressing a button must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
    >
      {Color.options.map((color, index) => (
        <Toolbar.Button key={color} asChild>
          <IconButton
            label={`Highlight ${color}: ${meanings[color]}`}
            keys={String(index + 1)}
            onClick={() => void reader?.highlight(color)}
          >
            <span className="color-dot" style={{ background: `var(--${color})` }} />
          </IconButton>
        </Toolbar.Button>
      ))}
      <Toolbar.Separator className="selection-bar-line" />
      <Toolbar.Button asChild>
        <IconButton label="Write a note" keys="n" onClick={() => void reader?.note()}>
          <StickyNote aria-hidden />
        </IconButton>
      </Toolbar.Button>
      <Toolbar.Button asChild>
        <IconButton label="Tag" keys="t" onClick={() => void reader?.tag()}>
          <Tag aria-hidden />
        </IconButton>
      </Toolbar.Button>
      <Toolbar.Button asChild>
        <IconButton
          label="Copy as quotation"
          keys="Mod+Shift+C"
          onClick={() => reader?.copyQuote(copyFormat)}
        >
          <Copy aria-hidden />
        </IconButton>
      </Toolbar.Button>
    </Toolbar.Root>
  )
}

/** CSS pixels between the words and the bar, and between the bar and the edge of the reading area. */
const gap = 10

/** Below the last line of the words; above the first where there is no room. It scrolls with the text. */
function placeBar(bar: HTMLElement, scroller: HTMLElement, range: Range | null): void {
  const lines = Array.from(range?.getClientRects() ?? []).filter((line) => line.width > 0)
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return
  bar.style.translate = 'none'
  const area = scroller.getBoundingClientRect()
  const box = bar.getBoundingClientRect()
  const middle = (last.left + last.right - box.width) / 2
  const left = Math.min(Math.max(middle, area.left + gap), area.right - box.width - gap)
  const below = last.bottom + gap
  const top = below + box.height <= area.bottom ? below : first.top - gap - box.height
  bar.style.translate = `${left - box.left}px ${Math.max(top, area.top + gap) - box.top}px`
}
