import type { ReactNode } from 'react'
import './footnote.css'

type Props = {
  /** Null for all but the first paragraph of a footnote. */
  label: string | null
  /** The paragraph. */
  children: ReactNode
}

/** A paragraph of a footnote; its label leads back to where the text refers to it (`footnote-jumps.ts`). */
export function Footnote({ label, children }: Props) {
  return (
    <div className="footnote" {...(label !== null && { role: 'doc-footnote', 'data-footnote': label })}>
      {label !== null && (
        <a
          role="link"
          tabIndex={0}
          className="footnote-label"
          aria-label={`Footnote ${label}, back to the text`}
          data-back={label}
        >
          {label}
        </a>
      )}
      {children}
    </div>
  )
}

/** Words that refer to a footnote. */
export function FootnoteReference({ label, children }: { label: string; children: ReactNode }) {
  return (
    <a
      role="link"
      tabIndex={0}
      className="footnote-reference"
      aria-label={`Footnote ${label}`}
      data-note={label}
    >
      {children}
    </a>
  )
}
