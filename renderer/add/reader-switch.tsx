import { useEffect, useRef, useState } from 'react'
import type { ImportedDraft } from '../state/import-choice.ts'
import { otherReaderOf, rereadDraft, takeOtherReading } from '../state/import-rereading.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import { count } from '../ui/formats.ts'
import './reader-switch.css'

type Props = {
  draft: ImportedDraft
  /** Another reading, of this draft's id, is about to be shown. */
  onReading: (draftId: string) => void
}

/** For a page of which a reader may have missed or mistaken something: another one, and the choice between the two. */
export function ReaderSwitch({ draft, onReading }: Props) {
  const [isAsking, setAsking] = useState(false)
  const choice = useRef<HTMLDivElement>(null)
  const other = useStore((state) => state.otherReadings[draft.draftId])
  const isRead = other !== undefined
  // The button that was pressed is gone.
  useEffect(() => {
    if (isRead && isAsking) choice.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }, [isRead, isAsking])
  if (otherReaderOf(draft.draft.importer) === null) return null

  async function ask() {
    if (isAsking) return
    setAsking(true)
    await rereadDraft(draft)
    setAsking(false)
  }

  function take(draftId: string) {
    onReading(draftId)
    takeOtherReading(draft.draftId)
  }

  if (other === undefined) {
    return (
      <p className="reader-switch">
        <span>Is something missing, or too much of it here?</span>
        <Button kind="quiet" aria-disabled={isAsking} onClick={() => void ask()}>
          Try another reader
        </Button>
      </p>
    )
  }
  const [a, b] = draft.draft.importer === 'web-page' ? [draft, other] : [other, draft]
  return (
    <div ref={choice} className="reader-switch" role="group" aria-label="Read by">
      <Reading name="Reader A" of={a} isShown={a === draft} onTake={take} />
      <Reading name="Reader B" of={b} isShown={b === draft} onTake={take} />
    </div>
  )
}

type ReadingProps = {
  name: string
  of: ImportedDraft
  isShown: boolean
  onTake: (draftId: string) => void
}

function Reading({ name, of: { draftId, draft }, isShown, onTake }: ReadingProps) {
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={isShown}
      onClick={isShown ? undefined : () => onTake(draftId)}
    >
      {name} · {count(draft.words, null)} words
    </button>
  )
}
