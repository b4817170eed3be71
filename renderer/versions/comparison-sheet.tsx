import { type ReactNode, useState } from 'react'
import type { ArticleId } from '../../src/model/ids.ts'
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

type Extent = 'changes' | 'whole'

const extents: ReadonlyArray<{ value: Extent; name: string }> = [
  { value: 'changes', name: 'Only changes' },
  { value: 'whole', name: 'Whole text' },
]

/** Two versions of the open article as one text, and what became of its notes. */
export function ComparisonSheet({ children }: { children: ReactNode }) {
  const comparison = useStore((state) => state.comparison?.of ?? null)
  const article = useStore((state) => state.open?.article ?? null)
  const [extent, setExtent] = useState<Extent>('changes')
  return (
    <Dialog label="Two versions" className="comparison" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader title="What changed" about={article?.title} onClose={closeSheet} />
      <div className="comparison-bar">
        {comparison !== null && article !== null && (
          <VersionChoice comparison={comparison} article={article} />
        )}
        <Chips label="Show" chips={extents} current={extent} onChoose={setExtent} />
      </div>
      <div className="comparison-columns">
        <div
          className="comparison-text"
          data-first
          role="region"
          aria-label="The text"
          tabIndex={0}
          dir={article?.direction}
          lang={article?.language ?? undefined}
        >
          {comparison !== null && <Changes changes={comparison.changes} isWhole={extent === 'whole'} />}
        </div>
        <NoteMoves moves={comparison?.notes ?? null} direction={article?.direction} />
      </div>
      {comparison !== null && article !== null && <Footer id={article.id} number={comparison.from.number} />}
      {children}
    </Dialog>
  )
}

function Footer({ id, number }: { id: ArticleId; number: number }) {
  return (
    <footer className="dialog-footer">
      <span className="about" />
      <Button onClick={() => void readVersion(id, number)}>Read version {number}</Button>
      <Button kind="primary" onClick={closeSheet}>
        Done
      </Button>
    </footer>
  )
}
