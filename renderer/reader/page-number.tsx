import { count } from '../ui/formats.ts'

/** In the margin, where a page of the source begins. */
export function PageNumber({ number, language }: { number: number; language: string | null }) {
  return (
    <span className="page-number">
      <span className="heard" lang="en">
        Page{' '}
      </span>
      {count(number, language)}
    </span>
  )
}
