import { Fragment, type HTMLAttributes, type ReactNode } from 'react'
import type { RowPlace } from './row.tsx'
import type { Rows } from './use-rows.ts'
import './rows.css'

type Props = HTMLAttributes<HTMLDivElement> & {
  rows: Rows
  /** How many rows there are, drawn or not. */
  total: number
  /** The scroller's class. */
  className: string
  /** The name of the group whose rows are at the top: it lies over them, right over its own in the list. */
  over?: ReactNode
  /** Draws the row of a place. */
  row: (place: RowPlace) => ReactNode
}

/** A long list in its scroller, with the rows that are in view. Other attributes are the grid's. */
export function RowGrid({ rows, total, className, over, row, ...grid }: Props) {
  const { scroller, virtualizer, stop, moveStop, onKeyDown } = rows
  return (
    <div ref={scroller} className={`rows ${className}`}>
      {over !== undefined && (
        <div className="rows-over" aria-hidden>
          {over}
        </div>
      )}
      <div
        role="grid"
        aria-rowcount={total}
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        {...grid}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start, size }) => (
          <Fragment key={key}>
            {row({
              ref: virtualizer.measureElement,
              index,
              top: start,
              height: size,
              isStop: index === stop,
              onFocus: moveStop,
            })}
          </Fragment>
        ))}
      </div>
    </div>
  )
}
