import { isSingle, keyParts } from '../src/model/keys.ts'

/** Electron's names for keys, where they are not the DOM's. */
const names: Record<string, string> = {
  '+': 'Plus',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
}

const known =
  /^([!-~]|Plus|Up|Down|Left|Right|F([1-9]|1\d|2[0-4])|Home|End|PageUp|PageDown|Insert|Delete|Backspace|Space|Enter)$/

/** Keys (`src/model/keys.ts`) as Electron's menus write them; null for what those can't show, which would throw. */
export function acceleratorOf(keys: string): string | null {
  const { held, key } = keyParts(keys)
  // On a Mac a menu's keys can't be shown only: a letter would be taken from the fields it is typed in.
  if (process.platform === 'darwin' && isSingle(keys)) return null
  const name = names[key] ?? key
  if (!known.test(name) || held.some((modifier) => modifier !== 'Mod' && modifier !== 'Shift')) return null
  return [...held.map((modifier) => (modifier === 'Mod' ? 'CmdOrCtrl' : modifier)), name].join('+')
}
