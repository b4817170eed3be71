import type { Settings } from './settings.ts'

/**
 * What keys can ask for: its id, and the keys it comes with. Keys are written `Mod+Shift+Z`, `Mod` being Ctrl, or Cmd on a Mac;
 * a letter in lower case where it stands alone, a sign as it is typed (`?`), anything else by its DOM name (`ArrowDown`).
 */
export type Keyed = { readonly id: string; readonly keys: readonly string[] }

export type KeySettings = Pick<Settings, 'keys' | 'hasSingleKeys'>

/** The keys that do it now: those the reader chose, else those it comes with. The first is the one that is shown. */
export function keysOf(command: Keyed, settings: KeySettings): readonly string[] {
  const keys = chosenKeys(command, settings)
  return settings.hasSingleKeys ? keys : keys.filter((key) => !isSingle(key))
}

/** The same with those that are switched off for now. */
export function chosenKeys({ id, keys }: Keyed, settings: KeySettings): readonly string[] {
  return settings.keys[id] ?? keys
}

/** A letter, digit or sign, with Shift or without: what WCAG 2.1.4 wants to be switched off or remapped. */
export function isSingle(keys: string): boolean {
  const { held, key } = keyParts(keys)
  return !held.includes('Mod') && Array.from(key).length === 1
}

/** What is held, and what is pressed then; the key may be a plus itself. */
export function keyParts(keys: string): { held: readonly string[]; key: string } {
  const parts = keys.split(/\+(?!$)/)
  return { held: parts.slice(0, -1), key: parts.at(-1) ?? '' }
}
