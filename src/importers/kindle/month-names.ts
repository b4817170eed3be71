/** The languages that a Kindle's menus can be in and that name their months (Chinese, Japanese and Korean number them). */
const languages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'ru',
  'uk',
  'pl',
  'cs',
  'tr',
  'sv',
  'da',
  'nb',
  'fi',
  'hi',
  'ar',
]

/** A month by itself and with a day are written differently in some. */
const shapes = [
  { month: 'long' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
] as const

let known: ReadonlyMap<string, number> | null = null

/** The number, from 1, of the month that a word in lower case is the name of, in any language of the device; else undefined. */
export function monthNamed(word: string): number | undefined {
  // Made when first asked for: it takes some 50 ms.
  known ??= monthNames()
  return known.get(word.replace(/\.$/, ''))
}

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const language of languages) {
    for (const shape of shapes) {
      const format = new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(Date.UTC(2026, month - 1, 3))
        const name = parts
          .find(({ type }) => type === 'month')
          ?.value.toLowerCase()
          .replace(/\.$/, '')
        if (name !== undefined && !names.has(name)) names.set(name, month)
      }
    }
  }
  return names
}
