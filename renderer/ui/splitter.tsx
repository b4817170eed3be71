import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import './splitter.css'

type Props = {
  label: string
  /** The pane's width in CSS pixels. */
  width: number
  min: number
  max: number
  /** The pane lies before the splitter in the direction of the text, or after it. */
  pane: 'before' | 'after'
  /** Called while it moves. */
  onMove: (width: number) => void
  /** Called when it has come to rest. */
  onRest: () => void
}

/** An arrow key moves by as much as is easily seen but not too much. */
const stepPx = 16

/** The line between two panes, moved with the pointer or the arrow keys (ARIA window splitter). */
export function Splitter({ label, width, min, max, pane, onMove, onRest }: Props) {
  const grip = useRef<{ x: number; width: number } | null>(null)

  function move(wanted: number) {
    onMove(Math.round(Math.min(max, Math.max(min, wanted))))
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, width }
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (grip.current === null) return
    move(grip.current.width + (event.clientX - grip.current.x) * growth(event.currentTarget, pane))
  }

  function onPointerUp() {
    if (grip.current === null) return
    grip.current = null
    onRest()
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const wanted = keyWidth(event.key, growth(event.currentTarget, pane), { width, min, max })
    if (wanted === null) return
    event.preventDefault()
    move(wanted)
    onRest()
  }

  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className="splitter"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    />
  )
}

function keyWidth(key: string, growing: number, { width, min, max }: Pick<Props, 'width' | 'min' | 'max'>) {
  if (key === 'ArrowRight') return width + stepPx * growing
  if (key === 'ArrowLeft') return width - stepPx * growing
  if (key === 'Home') return min
  if (key === 'End') return max
  return null
}

/** 1 where the pane grows as the splitter goes right, else -1. */
function growth(element: Element, pane: Props['pane']): 1 | -1 {
  const isRightToLeft = getComputedStyle(element).direction === 'rtl'
  return (pane === 'before') !== isRightToLeft ? 1 : -1
}
