import { keysOf } from '../../src/model/keys.ts'
import { getState } from '../state/store.ts'
import { canRun } from './command.ts'
import { commands } from './commands.ts'
import { isWriting } from './is-writing.ts'
import { keyPress } from './key-press.ts'
import { holdKeysUntil, isHeld } from './typed-ahead.ts'

/** Runs the command of a key. What had the focus comes first: it says so with `preventDefault`. */
export function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || getState().sheet !== null || isHeld(event)) return
  const keys = keyPress(event)
  if (keys === null || belongsToFocus(keys, event.target)) return
  const command = commands.find(
    (candidate) => keysOf(candidate, getState().settings).includes(keys) && canRun(candidate, getState()),
  )
  if (command === undefined) return
  event.preventDefault()
  const work = command.run()
  if (work instanceof Promise) holdKeysUntil(work)
}

/** A text field's own with Mod: undo, redo, and the taking away of words. */
const fieldKeys = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y', 'Mod+Backspace', 'Mod+Delete'])

/** Keys without Mod are text where text is written, and seek an entry by its first letters in an open menu. */
function belongsToFocus(keys: string, target: EventTarget | null): boolean {
  if (isWriting(target)) return !keys.startsWith('Mod+') || fieldKeys.has(keys)
  return target instanceof Element && target.closest('[role="menu"]') !== null
}
