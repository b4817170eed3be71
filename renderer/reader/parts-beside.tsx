import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { ArticleSummary } from '../../src/contract.ts'
import type { Side } from '../state/beside.ts'
import { openBeside } from '../state/part-actions.ts'
import { useStore } from '../state/store.ts'
import './parts-beside.css'

/** At the end of a chapter: the ways to those before and after it. */
export function PartsBeside() {
  const { previous, next } = useStore((state) => state.beside)
  if (previous === null && next === null) return null
  return (
    <nav className="parts-beside" aria-label="Chapters">
      {previous !== null && <PartButton side="previous" part={previous} />}
      {next !== null && <PartButton side="next" part={next} />}
    </nav>
  )
}

const labels: Record<Side, string> = { previous: 'Previous chapter', next: 'Next chapter' }

function PartButton({ side, part }: { side: Side; part: ArticleSummary }) {
  const Arrow = side === 'next' ? ArrowRight : ArrowLeft
  return (
    <button type="button" className={`part-beside ${side}`} onClick={() => void openBeside(side)}>
      <span className="part-beside-label">
        <Arrow aria-hidden />
        <span lang="en" dir="ltr">
          {labels[side]}
        </span>
      </span>{' '}
      <span className="part-beside-title" lang={part.language ?? undefined} dir="auto">
        {part.title}
      </span>
    </button>
  )
}
