import type { AppError } from '../../src/errors.ts'
import { errorText } from './error-text.ts'
import type { Toast } from './state.ts'
import { getState, setState } from './store.ts'

let lastId = 0

/** Shows a sentence for a while; with `step`, an Undo beside it, with `sheet`, the way to more. */
export function tell(text: string, offer: Partial<Pick<Toast, 'step' | 'sheet'>> = {}): void {
  show({ kind: 'done', text, step: null, sheet: null, ...offer })
}

/** Shows what went wrong, until it is dismissed. */
export function problem(error: AppError): void {
  show({ kind: 'problem', text: errorText(error), step: null, sheet: null })
}

export function dismissToast(id: number): void {
  setState({ toasts: getState().toasts.filter((toast) => toast.id !== id) })
}

/** Tells a screen reader what the eye sees anyway. */
export function announce(text: string): void {
  setState({ announcement: { id: nextId(), text } })
}

function show(toast: Omit<Toast, 'id'>): void {
  const others = getState().toasts.filter(({ text }) => text !== toast.text)
  setState({ toasts: [...others, { id: nextId(), ...toast }] })
}

function nextId(): number {
  lastId += 1
  return lastId
}
