import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ImportedDraft } from '../state/import-choice.ts'
import { count } from '../ui/formats.ts'
import { IconButton } from '../ui/icon-button.tsx'
import './stepper.css'

type Props = { drafts: readonly ImportedDraft[]; index: number; onStep: (index: number) => void }

/** From one story to the next, and to those that are in the library already: they need a look. */
export function Stepper({ drafts, index, onStep }: Props) {
  const last = drafts.length - 1
  const known = drafts.flatMap(({ known: stories }, number) => (stories.length > 0 ? [number] : []))
  const next = known.find((number) => number > index) ?? known[0]
  return (
    <span className="end" role="group" aria-label="Stories">
      {next !== undefined && (
        <button type="button" className="step-known" onClick={() => onStep(next)}>
          {count(known.length, null)} known already
        </button>
      )}
      <IconButton label="Previous story" disabled={index === 0} onClick={() => onStep(index - 1)}>
        <ChevronLeft className="points-back" aria-hidden />
      </IconButton>
      <span aria-live="polite">
        {count(index + 1, null)} of {count(drafts.length, null)}
      </span>
      <IconButton label="Next story" disabled={index === last} onClick={() => onStep(index + 1)}>
        <ChevronRight className="points-back" aria-hidden />
      </IconButton>
    </span>
  )
}
