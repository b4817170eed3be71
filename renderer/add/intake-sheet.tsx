import type { ReactNode } from 'react'
import { showIntake } from '../state/intake-actions.ts'
import { useStore } from '../state/store.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Chips } from '../ui/chips.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { capitalised } from '../ui/formats.ts'
import './intake-sheet.css'
import { IntakeReport } from './intake-report.tsx'
import { IntakeRunning } from './intake-running.tsx'

/** Collections that are being taken in, and what became of them. It may be closed while they go on. */
export function IntakeSheet({ children }: { children: ReactNode }) {
  const intakes = useStore((state) => state.intakes)
  const shownId = useStore((state) => state.shownIntake)
  const shown = intakes.find(({ progress }) => progress.id === shownId)
  const chips = intakes.map(({ progress }) => ({ value: progress.id, name: progress.name }))
  return (
    <Dialog label="Imports" className="intake-sheet" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader
        title={shown === undefined ? 'Imports' : capitalised(shown.progress.label)}
        about={shown?.progress.name}
        onClose={closeSheet}
      />
      {intakes.length > 1 && (
        <div className="intake-others">
          <Chips
            label="Imports"
            chips={chips}
            current={shownId ?? ''}
            onChoose={(id) => void showIntake(id)}
          />
        </div>
      )}
      {shown === undefined ? (
        <p className="intake-none">There are no imports.</p>
      ) : shown.progress.state === 'running' ? (
        <IntakeRunning key={shown.progress.id} intake={shown} />
      ) : (
        <IntakeReport key={shown.progress.id} intake={shown} />
      )}
      {children}
    </Dialog>
  )
}
