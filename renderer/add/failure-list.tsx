import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { IntakeReport } from '../../src/contract.ts'
import { errorText } from '../state/error-text.ts'

/** A headline and a sentence, a line each, as drawn. */
const usualRowPx = 60

/** The items that did not come in, each with its title and its own sentence; however many there are, only those in view are drawn. */
export function FailureList({ failures }: Pick<IntakeReport, 'failures'>) {
  const scroller = useRef<HTMLElement>(null)
  const virtualizer = useVirtualizer({
    count: failures.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowPx,
    overscan: 4,
  })
  if (failures.length === 0) return null
  return (
    <section ref={scroller} className="intake-failures" aria-label="What failed" tabIndex={0}>
      <ul style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            ref={virtualizer.measureElement}
            data-index={index}
            aria-setsize={failures.length}
            aria-posinset={index + 1}
            style={{ insetBlockStart: start }}
          >
            <b>
              <bdi>{failures[index]?.title}</bdi>
            </b>
            <span>{failures[index] && errorText(failures[index].error)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
