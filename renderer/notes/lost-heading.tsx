import type { Ref } from 'react'
import { useStore } from '../state/store.ts'
import { isNewest } from '../state/version-actions.ts'
import { count } from '../ui/formats.ts'

type Props = { ref: Ref<HTMLDivElement>; index: number; top: number; count: number }

/** Stands above the notes that have no place in the version that is open. */
export function LostHeading({ ref, index, top, count: number }: Props) {
  const isNow = useStore((state) => state.open !== null && isNewest(state.open))
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
          {isNow ? 'Needs a place' : 'Not in this version'} <small>{count(number, null)}</small>
        </h2>
        <p>
          {isNow
            ? 'The words these notes stood on are no longer in the text.'
            : 'These notes stand on words of another version.'}
        </p>
      </div>
    </div>
  )
}
