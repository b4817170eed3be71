import { getState } from '../state/store.ts'
import { canRun, type Command, commands } from './commands.ts'
import { isWriting } from './is-writing.ts'
import { holdKeysUntil, isHeld } from './typed-ahead.ts'

const isMac = navigator.platform.startsWith('Mac')

/** Runs the command of a key. What had the focus comes first: it says so with `preventDefault`. */
export function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || getState().sheet !== null || isHeld(event)) return
  const command = commands.find(
    (candidate) => candidate.keys.some((keys) => isPressed(keys, event)) && canRun(candidate, getState()),
  )
  if (command === undefined || belongsToFocus(command, event)) return
  event.preventDefault()
  const work = command.run()
  if (work instanceof Promise) holdKeysUntil(work)
}

/** Whether these keys, written as in the table of commands, are what was pressed. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split(/\+(?!$)/)
  const key = parts.at(-1) ?? ''
  const mod = isMac ? event.metaKey : event.ctrlKey
  const otherMod = isMac ? event.ctrlKey : event.metaKey
  if (mod !== parts.includes('Mod') || otherMod || event.altKey) return false
  // A sign such as `?` may need Shift or not, depending on the keyboard; only letters and named keys say it.
  const saysShift = key.length > 1 || /\p{L}/u.test(key)
  if (saysShift && event.shiftKey !== parts.includes('Shift')) return false
  return event.key.toLowerCase() === key.toLowerCase() || event.code === `Key${key.toUpperCase()}`
}

/** Keys without Mod are text where text is written; undo and redo are the text field's own there. */
function belongsToFocus(command: Command, event: KeyboardEvent): boolean {
  if (!isWriting(event.target)) return false
  return (
    !(event.ctrlKey || event.metaKey) ||
    command.id.startsWith('edit.') ||
    event.key === 'Backspace' ||
    event.key === 'Delete'
  )
}
