import { Fragment } from 'react'
import type { Skipped, SkipReason } from '../../src/model/collection.ts'
import { counted } from '../ui/formats.ts'
import './left-over.css'

type Props = {
  /** Of a plan the first 500. */
  skipped: readonly Skipped[]
  unplaced: readonly string[]
}

/** What of a collection does not come in, and why; and what Lectern keeps without a place of its own for it. */
export function LeftOver({ skipped, unplaced }: Props) {
  if (skipped.length === 0 && unplaced.length === 0) return null
  return (
    <div className="left-over">
      {skipped.length > 0 && (
        <details>
          <summary>{skippedText(skipped.length)}</summary>
          <ul>
            {byReason(skipped).map(({ reason, places }) => (
              <li key={reason}>
                <b>{reasons[reason]}:</b>{' '}
                {places.map((where, index) => (
                  <Fragment key={index}>
                    {index > 0 && ' · '}
                    <bdi>{where}</bdi>
                  </Fragment>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {unplaced.length > 0 && <p>Kept with each article: {unplaced.join(', ')}</p>}
    </div>
  )
}

/** As many as a plan tells of (src/model/collection.ts); a report tells of all. */
const mostTold = 500

function skippedText(number: number): string {
  const least = number === mostTold ? 'At least ' : ''
  return `${least}${counted(number, 'entry is', 'entries are')} skipped`
}

const reasons: Record<SkipReason, string> = {
  nothing: 'Neither an address nor a text',
  repeated: 'In the file once more',
  'not-saved': 'Listed, but saved by nobody',
  unsupported: 'Of a kind that Lectern does not read',
  damaged: 'Can’t be understood',
  'over-limit': 'Behind the last one that is read',
  removed: 'In the trash, from where it can be brought back',
}

/** Hundreds may be left out for the same reason: it is said once. */
function byReason(skipped: readonly Skipped[]): { reason: SkipReason; places: string[] }[] {
  const places = new Map<SkipReason, string[]>()
  for (const { where, reason } of skipped) {
    const others = places.get(reason)
    if (others === undefined) places.set(reason, [where])
    else others.push(where)
  }
  return [...places].map(([reason, of]) => ({ reason, places: of }))
}
