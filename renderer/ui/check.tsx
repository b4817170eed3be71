import type { ReactNode } from 'react'
import './check.css'

type Props = { isOn: boolean; onChange: (isOn: boolean) => void; children: ReactNode }

/** A box to be ticked, with its label beside it. */
export function Check({ isOn, onChange, children }: Props) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}
