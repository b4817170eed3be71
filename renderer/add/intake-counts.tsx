import type { IntakeProgress } from '../../src/model/collection.ts'
import { count } from '../ui/formats.ts'

/** What became of the items so far. */
export function IntakeCounts({ progress }: { progress: IntakeProgress }) {
  const counts = [
    { name: 'Added', number: progress.added },
    { name: 'Got more', number: progress.extended },
    { name: 'Already there', number: progress.same },
    { name: 'Failed', number: progress.failed },
  ]
  return (
    <dl className="intake-counts">
      {counts.map(({ name, number }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-none={number === 0}>{count(number, null)}</dd>
        </div>
      ))}
    </dl>
  )
}
