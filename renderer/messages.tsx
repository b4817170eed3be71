import { CircleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { undoStep } from './state/history-actions.ts'
import { openIncidents } from './state/incident-actions.ts'
import { dismissToast } from './state/messages.ts'
import type { Toast } from './state/state.ts'
import { useStore } from './state/store.ts'
import { Button } from './ui/button.tsx'
import { IconButton } from './ui/icon-button.tsx'
import { Late } from './ui/late.tsx'
import { ProgressLine } from './ui/progress-line.tsx'

/** Long enough to read a sentence and reach for Undo; it waits while pointed at or in focus. */
const shownMs = 10_000
/** Work that is over sooner is not worth a message that comes and goes. */
const patienceMs = 1000

/** What the window has to say: toasts, bottom left, and what only a screen reader is told. */
export function Messages() {
  const toasts = useStore((state) => state.toasts)
  const announcement = useStore((state) => state.announcement)
  return (
    <>
      <section className="toasts" aria-label="Messages">
        <div role="status">
          {toasts.map((toast) => toast.kind === 'done' && <ToastCard key={toast.id} toast={toast} />)}
        </div>
        <div role="alert">
          {toasts.map((toast) => toast.kind === 'problem' && <ToastCard key={toast.id} toast={toast} />)}
        </div>
        <div>
          <BackupProgress />
        </div>
      </section>
      <div className="heard" aria-live="polite">
        <span key={announcement.id}>{announcement.text}</span>
      </div>
    </>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const { id, kind, text, step, sheet } = toast
  const [isHeld, setHeld] = useState(false)

  useEffect(() => {
    if (isHeld || kind === 'problem') return
    const timer = setTimeout(() => dismissToast(id), shownMs)
    return () => clearTimeout(timer)
  }, [id, kind, isHeld])

  return (
    <div
      className={`toast toast-${kind}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {kind === 'problem' && <CircleAlert className="toast-sign" aria-hidden />}
      <p dir="auto">{text}</p>
      {step !== null && (
        <Button kind="quiet" onClick={() => void undoStep(step)}>
          Undo
        </Button>
      )}
      {sheet !== null && (
        <Button kind="quiet" onClick={() => void showMore(id)}>
          Show
        </Button>
      )}
      <IconButton label="Dismiss" side="top" onClick={() => dismissToast(id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}

async function showMore(id: number): Promise<void> {
  dismissToast(id)
  await openIncidents()
}

/** A backup goes on behind whatever else is done. */
function BackupProgress() {
  const progress = useStore((state) => state.progress)
  if (progress?.task !== 'backup') return null
  return (
    <Late afterMs={patienceMs}>
      <div className="toast toast-work">
        <ProgressLine label="Backing up" done={progress.done} total={progress.total} />
      </div>
    </Late>
  )
}
