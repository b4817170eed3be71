import type { Settings, Sort } from '../../src/model/settings.ts'
import { call } from '../call.ts'
import { startList } from './list-actions.ts'
import { problem, tell } from './messages.ts'
import { getState, setState } from './store.ts'

let pending = 0

/**
 * Applies at once and then keeps it; where it cannot be kept, it stays for this session and the person is told. In a
 * library that cannot be written to, which is said above the list, it is for this session without a word.
 */
export async function saveSettings(change: Partial<Omit<Settings, 'format'>>): Promise<void> {
  previewSettings(change)
  if (getState().library.readOnly !== null) return
  pending += 1
  const result = await call('settings.save', change)
  pending -= 1
  if (!result.ok) return problem(result.error)
  putSettings(result.value)
}

/** Applies a change that is not made up yet, such as a pane being drawn wider. */
export function previewSettings(change: Partial<Omit<Settings, 'format'>>): void {
  apply({ ...getState().settings, ...change })
}

/** Takes the library's settings over, unless a newer change of ours is still on its way. */
export function putSettings(settings: Settings): void {
  if (pending === 0) apply(settings)
}

/** Lists by something else, in its own direction, or by the same in the other. */
export async function sortBy(change: Partial<Sort>): Promise<void> {
  await saveSettings({ sort: { ...getState().settings.sort, ...change } })
}

export async function toggleInstant(): Promise<void> {
  const isInstant = !getState().settings.isInstant
  tell(
    isInstant ? 'Instant highlighting is on: what you select is highlighted' : 'Instant highlighting is off',
  )
  await saveSettings({ isInstant })
}

export async function toggleSingleKeys(): Promise<void> {
  const hasSingleKeys = !getState().settings.hasSingleKeys
  tell(hasSingleKeys ? 'Single letters are keys' : 'Single letters are no keys any more')
  await saveSettings({ hasSingleKeys })
}

/** Another order is another list. */
function apply(settings: Settings): void {
  const { sort } = getState().settings
  setState({ settings })
  if (settings.sort.by !== sort.by || settings.sort.isReversed !== sort.isReversed) void startList()
}
