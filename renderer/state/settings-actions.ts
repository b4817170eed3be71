import type { Settings } from '../../src/model/settings.ts'
import { call } from '../call.ts'
import { problem } from './messages.ts'
import { getState, setState } from './store.ts'

let pending = 0

/** Applies at once and then keeps it; where it cannot be kept, it stays for this session and the person is told. */
export async function saveSettings(change: Partial<Omit<Settings, 'format'>>): Promise<void> {
  previewSettings(change)
  pending += 1
  const result = await call('settings.save', change)
  pending -= 1
  if (!result.ok) return problem(result.error)
  putSettings(result.value)
}

/** Applies a change that is not made up yet, such as a pane being drawn wider. */
export function previewSettings(change: Partial<Omit<Settings, 'format'>>): void {
  setState({ settings: { ...getState().settings, ...change } })
}

/** Takes the library's settings over, unless a newer change of ours is still on its way. */
export function putSettings(settings: Settings): void {
  if (pending === 0) setState({ settings })
}
