import type { Ref } from 'react'
import { count } from '../ui/formats.ts'

type Props = { ref: Ref<HTMLDivElement>; index: number; top: number; count: number }

/** Stands above the notes that lost their place. */
export function LostHeading({ ref, index, top, count: number }: Props) {
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={index + 1}
      data-index={index}
      className="lost-heading"
      style={{ insetBlockStart: top }}
    >
      <div role="gridcell">
        <h2>
          Needs a place <small>{count(number, null)}</small>
        </h2>
        <p>The words these notes stood on are no longer in the text.</p>
      </div>
    </div>
  )
}
