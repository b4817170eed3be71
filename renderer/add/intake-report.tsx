import { useEffect, useRef } from 'react'
import type { IntakeReport as Report } from '../../src/contract.ts'
import type { IntakeProgress } from '../../src/model/collection.ts'
import { forgetIntake, resumeIntake } from '../state/intake-actions.ts'
import type { Intake } from '../state/intake-pace.ts'
import { Button } from '../ui/button.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { count } from '../ui/formats.ts'
import { FailureList } from './failure-list.tsx'
import { IntakeCounts } from './intake-counts.tsx'
import { LeftOver } from './left-over.tsx'

/** What became of a collection: all of it, or as far as it came. */
export function IntakeReport({ intake: { progress, report } }: { intake: Intake }) {
  const { id, state, failed } = progress
  const isWhole = state === 'ended'
  const footer = useRef<HTMLElement>(null)
  useEffect(() => {
    if (footer.current !== null) focusFirst(footer.current)
  }, [])
  return (
    <>
      <div className="intake">
        <p role="status">{sentence(progress)}</p>
        <IntakeCounts progress={progress} />
        {report !== null && <FailureList failures={inOrder(report.failures)} />}
        {report !== null && <LeftOver skipped={report.skipped} unplaced={report.unplaced} />}
      </div>
      <footer ref={footer} className="dialog-footer">
        <span className="about" />
        {isWhole && failed > 0 && <Button onClick={() => void resumeIntake(id)}>Try these again</Button>}
        {isWhole ? (
          <Button kind="primary" data-first="" onClick={() => void forgetIntake(id)}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={() => void forgetIntake(id)}>Forget</Button>
            <Button kind="primary" data-first="" onClick={() => void resumeIntake(id)}>
              Go on
            </Button>
          </>
        )}
      </footer>
    </>
  )
}

function sentence({ state, done, total, failed }: IntakeProgress): string {
  const place = `at ${count(done, null)} of ${count(total, null)}`
  if (state === 'waiting') return `The import stopped ${place}. What came in is in the library, whole.`
  if (state === 'cancelled') return `You stopped the import ${place}. What came in is in the library, whole.`
  if (failed === 0)
    return total === 1 ? 'It came in.' : `All ${count(total, null)} came in or are there already.`
  return `${count(failed, null)} of ${count(total, null)} did not come in, or only in part.`
}

/** Side by side as they are loaded, they fail in any order. */
function inOrder(failures: Report['failures']): Report['failures'] {
  return failures.toSorted((a, b) => a.index - b.index)
}
