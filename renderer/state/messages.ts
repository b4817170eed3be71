import type { AppError } from '../../src/errors.ts'
import { errorText } from './error-text.ts'
import type { Step } from './history.ts'
import { getState, setState } from './store.ts'

let lastId = 0

/** Shows a sentence for a while; with `step`, an Undo beside it. */
export function tell(text: string, step: Step | null = null): void {
  show('done', text, step)
}

/** Shows what went wrong, until it is dismissed. */
export function problem(error: AppError): void {
  show('problem', errorText(error), null)
}

export function dismissToast(id: number): void {
  setState({ toasts: getState().toasts.filter((toast) => toast.id !== id) })
}

/** Tells a screen reader what the eye sees anyway. */
export function announce(text: string): void {
  setState({ announcement: { id: nextId(), text } })
}

function show(kind: 'done' | 'problem', text: string, step: Step | null): void {
  const others = getState().toasts.filter((toast) => toast.text !== text)
  setState({ toasts: [...others, { id: nextId(), kind, text, step }] })
}

function nextId(): number {
  lastId += 1
  return lastId
}
