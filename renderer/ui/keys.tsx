const isMac = navigator.platform.startsWith('Mac')

const symbols: Record<string, string> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  ArrowDown: '↓',
  ArrowUp: '↑',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
}

/** A shortcut such as `Mod+Shift+Z`, written as this system writes it. */
export function Keys({ of }: { of: string }) {
  return <kbd className="kbd">{keyText(of)}</kbd>
}

export function keyText(keys: string): string {
  const parts = keys
    .split('+')
    .map((part) => symbols[part] ?? (part.length === 1 ? part.toUpperCase() : part))
  return parts.join(isMac ? '' : '+')
}
