import type { Skipped, SkipReason } from '../../src/model/collection.ts'
import { count } from '../ui/formats.ts'

type Props = {
  /** The first 500. */
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
            {skipped.map(({ where, reason }, index) => (
              <li key={index}>
                <bdi>{where}</bdi> {reasons[reason]}
              </li>
            ))}
          </ul>
        </details>
      )}
      {unplaced.length > 0 && <p>Kept with each article: {unplaced.join(', ')}</p>}
    </div>
  )
}

/** As many as are told of (src/model/collection.ts). */
const mostTold = 500

function skippedText(number: number): string {
  if (number === 1) return '1 entry is skipped'
  return `${number >= mostTold ? 'At least ' : ''}${count(number, null)} entries are skipped`
}

const reasons: Record<SkipReason, string> = {
  nothing: 'has neither an address nor a text.',
  repeated: 'stands in the file once more.',
  'not-saved': 'is listed there, but nobody saved it.',
  unsupported: 'is of a kind that Lectern does not read.',
  damaged: 'can’t be understood.',
  'over-limit': 'stands behind the last one that is read.',
}
