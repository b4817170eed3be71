import type { IntakeProgress } from '../../src/model/collection.ts'
import { cancelIntake } from '../state/intake-actions.ts'
import { type Intake, paceOf, secondsLeft } from '../state/intake-pace.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Button } from '../ui/button.tsx'
import { count } from '../ui/formats.ts'
import { ProgressLine } from '../ui/progress-line.tsx'
import { IntakeCounts } from './intake-counts.tsx'

/** How far a collection is, how fast it goes, and when it will be done. */
export function IntakeRunning({ intake }: { intake: Intake }) {
  const { progress, samples } = intake
  const pace = paceOf(samples)
  const left = secondsLeft(intake)
  return (
    <>
      <div className="intake">
        <ProgressLine label="Done" done={progress.done} total={progress.total} />
        <p className="intake-pace">
          {pace === null ? 'Just begun' : `${paceText(pace)}${left === null ? '' : ` · ${leftText(left)}`}`}
        </p>
        <IntakeCounts progress={progress} />
        <p className="heard" role="status">
          {tenthsText(progress)}
        </p>
        <p className="field-hint">
          You can close this and go on reading. What has come in stays, whatever happens.
        </p>
      </div>
      <footer className="dialog-footer">
        <span className="about" />
        <Button onClick={() => void cancelIntake(progress.id)}>Cancel the import</Button>
        <Button kind="primary" data-first="" onClick={closeSheet}>
          Go on in the background
        </Button>
      </footer>
    </>
  )
}

/** Said each time another tenth is done: every item would be too much to listen to. */
function tenthsText({ done, total }: IntakeProgress): string {
  const tenths = Math.floor((10 * done) / Math.max(1, total))
  return tenths === 0 ? '' : `${10 * tenths} % done`
}

/** A number of one second as long as there is at least one in it. */
function paceText(perSecond: number): string {
  if (perSecond >= 1) return `${count(Math.round(perSecond), null)} a second`
  return `${count(Math.max(1, Math.round(perSecond * 60)), null)} a minute`
}

function leftText(seconds: number): string {
  if (seconds < 60) return 'less than a minute left'
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `about ${minutes === 1 ? 'a minute' : `${count(minutes, null)} minutes`} left`
  const hours = Math.round(minutes / 60)
  return `about ${hours === 1 ? 'an hour' : `${count(hours, null)} hours`} left`
}
