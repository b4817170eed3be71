import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import './dialog.css'
import { focusFirst } from './focus-first.ts'
import { OverlayRoot } from './overlay-root.ts'

type Props = {
  label: string
  className?: string
  /** Escape, or whatever else closes it without a choice. */
  onDismiss: () => void
  /** A press beside the dialog; leave it out where that would lose something. */
  onPressOutside?: () => void
  children: ReactNode
}

/** A modal sheet: the browser's own dialog, which keeps the focus inside and gives it back afterwards. */
export function Dialog({ label, className = '', onDismiss, onPressOutside, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null)
  const [root, setRoot] = useState<HTMLDialogElement | null>(null)

  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    if (dialog !== null) focusFirst(dialog)
    setRoot(dialog)
    return () => dialog?.close()
  }, [])

  return (
    <dialog
      ref={ref}
      aria-label={label}
      className={`dialog ${className}`}
      onCancel={(event) => {
        if (event.target !== ref.current) return
        event.preventDefault()
        onDismiss()
      }}
      // Chromium closes a dialog on a second Escape whatever `cancel` says.
      onClose={(event) => {
        if (event.target === ref.current && !ref.current.open) onDismiss()
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current) onPressOutside?.()
      }}
    >
      <OverlayRoot value={root}>
        <div className="dialog-body">{children}</div>
      </OverlayRoot>
    </dialog>
  )
}
