import { count } from './formats.ts'
import './progress-line.css'

type Props = {
  label: string
  done: number
  /** 0 while it is not known. */
  total: number
}

/** How far a work is. */
export function ProgressLine({ label, done, total }: Props) {
  return (
    <div className="progress-line">
      <span>
        {label}
        {total > 0 && `: ${count(done, null)} of ${count(total, null)}`}
      </span>
      <progress aria-label={label} max={Math.max(1, total)} value={done} />
    </div>
  )
}
