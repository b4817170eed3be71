import { type ReactNode, useState } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import type { Comparison } from '../../src/model/comparison.ts'
import { readVersion } from '../state/comparison-actions.ts'
import { useStore } from '../state/store.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chips.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { Changes } from './changes.tsx'
import { NoteMoves } from './note-moves.tsx'
import { VersionChoice } from './version-choice.tsx'
import './versions.css'

/** Two versions of the open article side by side, and what became of its notes. */
export function ComparisonSheet({ children }: { children: ReactNode }) {
  const comparison = useStore((state) => state.comparison)
  const open = useStore((state) => state.open)
  return (
    <Dialog label="Two versions" className="comparison" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader title="What changed" about={open?.article.title} onClose={closeSheet} />
      {comparison !== null && open !== null && <Compared comparison={comparison.of} open={open} />}
      {children}
    </Dialog>
  )
}

type Extent = 'changes' | 'whole'

const extents: ReadonlyArray<{ value: Extent; name: string }> = [
  { value: 'changes', name: 'Only changes' },
  { value: 'whole', name: 'Whole text' },
]

type Props = { comparison: Comparison; open: OpenArticle }

function Compared({ comparison, open }: Props) {
  const [extent, setExtent] = useState<Extent>('changes')
  const { from, changes, notes } = comparison
  const { id, direction, language } = open.article
  return (
    <>
      <div className="comparison-bar">
        <VersionChoice comparison={comparison} article={open.article} />
        <Chips label="Show" chips={extents} current={extent} onChoose={setExtent} />
      </div>
      <div className="comparison-columns">
        <div
          className="comparison-text"
          role="region"
          aria-label="The text"
          tabIndex={0}
          dir={direction}
          lang={language ?? undefined}
        >
          <Changes changes={changes} isWhole={extent === 'whole'} />
        </div>
        <NoteMoves moves={notes} direction={direction} />
      </div>
      <footer className="dialog-footer">
        <span className="about" />
        <Button onClick={() => void readVersion(id, from.number)}>Read version {from.number}</Button>
        <Button kind="primary" onClick={closeSheet}>
          Done
        </Button>
      </footer>
    </>
  )
}
