import { chosenKeys, isSingle, type Keyed, keyParts, type KeySettings } from '../../src/model/keys.ts'
import { keyText } from '../ui/keys.tsx'

/** A command is to have `fresh` in place of `old`; `old` null: beside the keys it has; `fresh` null: nothing in its place. */
export type KeyChange = { readonly old: string | null; readonly fresh: string | null }

/** `Settings.keys` after a change; what a command comes with is not kept. */
export function remapped(settings: KeySettings, command: Keyed, change: KeyChange): KeySettings['keys'] {
  const keys = changed(chosenKeys(command, settings), change)
  const { [command.id]: _, ...others } = settings.keys
  return keys.join(' ') === command.keys.join(' ') ? others : { ...others, [command.id]: keys }
}

function changed(keys: readonly string[], { old, fresh }: KeyChange): string[] {
  const others = keys.filter((key) => key !== fresh || key === old)
  const added = fresh === null ? [] : [fresh]
  return old === null ? [...others, ...added] : others.flatMap((key) => (key === old ? added : key))
}

/** Which of these commands has these keys. */
export function ownerOf<C extends Keyed>(
  keys: string,
  commands: readonly C[],
  settings: KeySettings,
): C | null {
  return commands.find((command) => chosenKeys(command, settings).includes(keys)) ?? null
}

const textKeys = new Set(['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X'])
/** What the system and the application's menu have for every window. */
const windowKeys = new Set(['Mod+Q', 'Mod+W', 'Mod+M', 'F11', 'Shift+F10', 'ContextMenu'])

/** Why these keys can't be a command's; null where they can. */
export function refusal(keys: string, { hasSingleKeys }: KeySettings): string | null {
  const { held, key } = keyParts(keys)
  const isAlone = !held.includes('Mod')
  if (held.includes('Alt') || held.includes('Other')) return 'Use it without Alt and the system’s own key.'
  if (key === 'Tab') return 'Tab moves the focus.'
  if (isAlone && (key === 'Enter' || key === 'Space')) return `${key} opens or presses what is in focus.`
  if (key === 'Escape') return 'Escape closes and lets go.'
  if (textKeys.has(keys)) return `${keyText(keys)} is for copying and pasting.`
  if (windowKeys.has(keys)) return `${keyText(keys)} belongs to the window.`
  if (isSingle(keys) && !hasSingleKeys) return 'Letters, digits and signs alone are switched off.'
  return null
}
