const isMac = navigator.platform.startsWith('Mac')

/** Keys that are held while another is pressed, and what a keyboard says on the way to a character. */
const noKeys = new Set([
  ...['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn', 'FnLock'],
  ...['Dead', 'Process', 'Unidentified'],
])

/** Layouts of other scripts have letters in these places, and the signs nowhere else. */
const signPlaces: Record<string, string> = { BracketLeft: '[', BracketRight: ']' }

/**
 * What was pressed, written as in `src/model/keys.ts`; null while only Shift and its like are down. `Alt` and `Other` (the
 * Windows key, or Ctrl on a Mac) are named as well, though no command has them.
 */
export function keyPress(event: KeyboardEvent): string | null {
  if (noKeys.has(event.key)) return null
  const key = keyName(event)
  // A sign such as `?` may need Shift or not, depending on the keyboard; only letters and named keys say it.
  const saysShift = key.length > 1 || /\p{L}/u.test(key)
  const held = [
    ...((isMac ? event.metaKey : event.ctrlKey) ? ['Mod'] : []),
    ...((isMac ? event.ctrlKey : event.metaKey) ? ['Other'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey && saysShift ? ['Shift'] : []),
  ]
  return [...held, held.length > 0 ? inCapital(key) : inSmall(key)].join('+')
}

/** A letter or digit of another script is what stands in its place on a Latin keyboard: `j` is one key, whatever it writes. */
function keyName({ key, code }: KeyboardEvent): string {
  if (key === ' ') return 'Space'
  if (/^[\x20-\x7e]+$/.test(key)) return key
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? signPlaces[code] ?? key
}

function inCapital(key: string): string {
  return key.length === 1 ? key.toUpperCase() : key
}

function inSmall(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key
}
