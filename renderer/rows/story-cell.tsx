import type { ReactNode } from 'react'
import './story-cell.css'

type Props = {
  title: string
  /** Empty where there is none. */
  excerpt: string
  language: string | null
  /** The line above the title. */
  head: ReactNode
  /** The line below the excerpt. */
  foot?: ReactNode
  onOpen: () => void
}

/** What a row tells of a story: where it is from, its headline, how it begins. */
export function StoryCell({ title, excerpt, language, head, foot, onOpen }: Props) {
  return (
    <div role="gridcell" className="row-cell story-cell" lang={language ?? undefined} onClick={onOpen}>
      <div className="story-line">{head}</div>
      <b className="story-title" dir="auto">
        {title}
      </b>
      {excerpt !== '' && (
        <p className="story-excerpt" dir="auto">
          {excerpt}
        </p>
      )}
      {foot !== undefined && <div className="story-line">{foot}</div>}
    </div>
  )
}

/** Before what nobody has read yet, and the word for it. */
export function NewDot({ children }: { children: string }) {
  return (
    <span className="story-dot">
      <span className="heard">{children}</span>
    </span>
  )
}
