import { X } from 'lucide-react'
import './intake-lines.css'
import { doneText, forgetIntake, resumeIntake, showIntake } from './state/intake-actions.ts'
import type { Intake } from './state/intake-pace.ts'
import { useStore } from './state/store.ts'
import { Button } from './ui/button.tsx'
import { count } from './ui/formats.ts'
import { IconButton } from './ui/icon-button.tsx'
import { ProgressLine } from './ui/progress-line.tsx'

/** At the foot of the list, whatever it lists: the collections that come in behind whatever else is done. */
export function IntakeLines() {
  const intakes = useStore((state) => state.intakes)
  if (intakes.length === 0) return null
  return (
    <section className="intake-lines" aria-label="Imports">
      {intakes.map((intake) => (
        <IntakeLine key={intake.progress.id} intake={intake} />
      ))}
    </section>
  )
}

function IntakeLine({ intake: { progress } }: { intake: Intake }) {
  const { id, name, state, done, total } = progress
  if (state === 'running') {
    return (
      <button type="button" className="intake-line intake-open" onClick={() => void showIntake(id)}>
        <ProgressLine label={name} done={done} total={total} />
      </button>
    )
  }
  if (state === 'ended') {
    return (
      <div className="intake-line">
        <button type="button" className="intake-open" dir="auto" onClick={() => void showIntake(id)}>
          {name}: {doneText(progress)}
        </button>
        <IconButton label="Put the report away" side="top" onClick={() => void forgetIntake(id)}>
          <X aria-hidden />
        </IconButton>
      </div>
    )
  }
  return (
    <div className="intake-line intake-stopped">
      <p dir="auto">
        The import of {name} stopped at {count(done, null)} of {count(total, null)}.
      </p>
      <span>
        <Button kind="quiet" onClick={() => void resumeIntake(id)}>
          Go on
        </Button>
        <Button kind="quiet" onClick={() => void forgetIntake(id)}>
          Forget
        </Button>
      </span>
    </div>
  )
}
