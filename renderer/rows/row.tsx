import type { HTMLAttributes, Ref } from 'react'
import './rows.css'

/** What the list tells each of its rows. */
export type RowPlace = {
  ref: Ref<HTMLDivElement>
  index: number
  /** CSS pixels from the top of the list. */
  top: number
  /** CSS pixels of a row that is not loaded; the others take what they need. */
  height: number
  /** The row the Tab key stops at. */
  isStop: boolean
  onFocus: (index: number) => void
}

type Props = Omit<HTMLAttributes<HTMLDivElement>, 'onFocus'> &
  RowPlace & {
    isLoaded: boolean
    /** Left out in a list of which nothing is selected. */
    isSelected?: boolean
  }

/** A row of a long list. It stays the same element when what it shows arrives, and keeps the focus. */
export function Row(props: Props) {
  const {
    ref,
    index,
    top,
    height,
    isSelected,
    isStop,
    isLoaded,
    onFocus,
    className = '',
    children,
    ...rest
  } = props
  return (
    <div
      ref={ref}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={isSelected}
      aria-busy={!isLoaded}
      tabIndex={isStop ? 0 : -1}
      data-index={index}
      className={`row ${className}`}
      style={isLoaded ? { insetBlockStart: top } : { insetBlockStart: top, blockSize: height }}
      onFocus={() => onFocus(index)}
      {...rest}
    >
      {isLoaded ? children : <Coming />}
    </div>
  )
}

/** The shape of a row that is on its way. */
function Coming() {
  return (
    <div role="gridcell" className="row-coming">
      <span className="heard">Loading…</span>
      <span />
      <span />
      <span />
    </div>
  )
}
