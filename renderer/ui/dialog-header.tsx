import { X } from 'lucide-react'
import { IconButton } from './icon-button.tsx'

type Props = {
  title: string
  /** What it is about, where the title does not say it. */
  about?: string | undefined
  onClose: () => void
}

/** The title of a sheet that is only looked at, and the way out of it. */
export function DialogHeader({ title, about, onClose }: Props) {
  return (
    <header className="dialog-header">
      <h2>{title}</h2>
      {about !== undefined && (
        <span className="about" dir="auto">
          {about}
        </span>
      )}
      <span className="end">
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </span>
    </header>
  )
}
