import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { count } from './formats.ts'
import './list-pane.css'

/** A place's entries, with what filters them above. */
export function ListPane({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="list-pane" aria-label={name}>
      {children}
    </section>
  )
}

type HeaderProps = {
  title: string
  total: number
  /** Beside the title: buttons of menus. */
  menus: ReactNode
  children: ReactNode
}

export function ListHeader({ title, total, menus, children }: HeaderProps) {
  return (
    <header className="list-header">
      <div className="list-heading">
        <h1>{title}</h1>
        <span className="list-end">
          {total > 0 && <span className="list-count">{count(total, null)}</span>}
          {menus}
        </span>
      </div>
      {children}
    </header>
  )
}

type EmptyProps = { text: string; action?: { name: string; run: () => void } }

/** What an empty list says, and the way out of it. */
export function EmptyList({ text, action }: EmptyProps) {
  return (
    <div className="list-empty">
      <p>{text}</p>
      {action !== undefined && <Button onClick={action.run}>{action.name}</Button>}
    </div>
  )
}
