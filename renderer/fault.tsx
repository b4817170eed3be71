import { Component, type ReactNode } from 'react'
import { Button } from './ui/button.tsx'

type Props = { children: ReactNode }
type State = { reason: string | null }

/** Stands in for the window where a fault of ours keeps it from being drawn; without it there would be nothing at all. */
export class Fault extends Component<Props, State> {
  override state: State = { reason: null }

  static getDerivedStateFromError(error: unknown): State {
    return { reason: error instanceof Error ? error.message : String(error) }
  }

  override render() {
    const { reason } = this.state
    if (reason === null) return this.props.children
    return (
      <main className="fault" role="alert">
        <p>This window failed, and that is a fault of Lectern’s. What was saved is safe.</p>
        <p className="fault-reason">{reason}</p>
        <Button kind="primary" onClick={() => window.location.reload()}>
          Open it again
        </Button>
      </main>
    )
  }
}
