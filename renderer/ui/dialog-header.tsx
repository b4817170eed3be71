import { X } from 'lucide-react'
import { IconButton } from './icon-button.tsx'

/** The title of a sheet that is only looked at, and the way out of it. */
export function DialogHeader({ title, onClose }: { title: string; onClose: () => void }) {
  return (
    <header className="dialog-header">
      <h2>{title}</h2>
      <span className="end">
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </span>
    </header>
  )
}
