import { createContext, useContext } from 'react'

const isMac = navigator.platform.startsWith('Mac')

const symbols: Record<string, string> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
}

/**
 * Which keys do now what the keys that a control names do as they come; null where none do. Controls name their keys as they
 * come, and app.tsx, which knows what the reader changed, says what has become of them.
 */
export const KeysInForce = createContext<(keys: string) => string | null>((keys) => keys)

/** The key that does it now, given the one it comes with; nothing where it has none any more. */
export function Keys({ of }: { of: string }) {
  const keys = useContext(KeysInForce)(of)
  return keys !== null && <Kbd of={keys} />
}

/** A shortcut such as `Mod+Shift+Z`, written as this system writes it. */
export function Kbd({ of }: { of: string }) {
  return <kbd className="kbd">{keyText(of)}</kbd>
}

export function keyText(keys: string): string {
  const parts = keys
    .split(/\+(?!$)/)
    .map((part) => symbols[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return parts.join(isMac ? '' : '+')
}
