import { type ReactNode, useCallback } from 'react'
import { giveUpReading } from '../state/import-basket.ts'
import { discardImports } from '../state/import-actions.ts'
import { isCollection, isDraft, isUnreadable } from '../state/import-choice.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import './add-sheet.css'
import { CollectionPlan } from './collection-plan.tsx'
import { Drafts } from './drafts.tsx'
import { FailedFiles } from './failed-files.tsx'
import { SourceChooser } from './source-chooser.tsx'

/** The sheet in which stories and collections are handed in, looked over and corrected before they join the library. */
export function AddSheet({ children }: { children: ReactNode }) {
  const progress = useStore((state) => state.importProgress)
  const discard = useCallback(() => void discardImports(), [])
  return (
    <Dialog label="Add to the library" className="add-sheet" onDismiss={discard}>
      <LookedOver onCancel={discard} />
      {progress !== null && (
        <p className="add-progress" role="status">
          <span dir="auto">{progress}</span>
          <Button kind="quiet" onClick={giveUpReading}>
            Stop
          </Button>
        </p>
      )}
      {children}
    </Dialog>
  )
}

/** First the stories, all in one form; then the collections, each by itself. */
function LookedOver({ onCancel }: { onCancel: () => void }) {
  const imports = useStore((state) => state.imports)
  const isReading = useStore((state) => state.importProgress !== null)
  const drafts = imports.filter(isDraft)
  const collections = imports.filter(isCollection)
  const [collection] = collections
  const failed = <FailedFiles files={imports.filter(isUnreadable)} />
  if (drafts.length > 0) {
    return <Drafts drafts={drafts} collections={collections} failed={failed} onCancel={onCancel} />
  }
  // While more is read a story may turn up, and stories come first.
  if (collection !== undefined && !isReading) {
    return (
      <CollectionPlan
        key={collection.collectionId}
        collection={collection}
        waiting={collections.length - 1}
        failed={failed}
        onCancel={onCancel}
      />
    )
  }
  return <SourceChooser failed={failed} onCancel={onCancel} />
}
