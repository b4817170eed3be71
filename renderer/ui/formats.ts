/**
 * How numbers and dates of an article are written: in the article's own language, so Persian rows get Persian
 * digits and the calendar Persian readers use (both by Unicode's CLDR).
 */

/** `12 Jan`, with the year where it is not this one. `iso` is a date or a time; a date has no time zone. */
export function shortDate(iso: string, language: string | null, now = new Date()): string {
  const isThisYear = iso.startsWith(String(now.getFullYear()))
  return format(iso, language, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

/** `12 January 2026` */
export function longDate(iso: string, language: string | null): string {
  return format(iso, language, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** `12 Jan, 10:14`, with the year where it is not this one; in the window's own language and this machine's time. */
export function dateAndTime(iso: string, now = new Date()): string {
  const isThisYear = new Date(iso).getFullYear() === now.getFullYear()
  return format(iso, null, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(isThisYear ? {} : { year: 'numeric' }),
  })
}

export function count(number: number, language: string | null): string {
  return numberFormat(language, {}).format(number)
}

/** `1 note`, `1,204 notes` */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number, null)} ${number === 1 ? one : many}`
}

/** Mean silent reading speed of adults in words a minute: Brysbaert 2019, doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238

/** At least one minute. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute))
}

/** `4 min`, `۴ دقیقه` */
export function minutesText(words: number, language: string | null): string {
  const options = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const
  return numberFormat(language, options).format(readingMinutes(words))
}

/** `English` for `en`; the code itself where it is not known. */
export function languageName(code: string): string {
  return isLocale(code) ? (new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code) : code
}

/** As a sentence begins. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function format(iso: string, language: string | null, options: Intl.DateTimeFormatOptions): string {
  const isDateOnly = !iso.includes('T')
  return dateFormat(language, { ...options, ...(isDateOnly ? { timeZone: 'UTC' } : {}) }).format(
    new Date(iso),
  )
}

const dateFormat = once(
  (language: string | null, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale(language), options),
)

const numberFormat = once((language: string | null, options: Intl.NumberFormatOptions) => {
  const known = locale(language)
  // `en` writes "min" where `en-GB` writes "mins".
  return new Intl.NumberFormat(options.unit !== undefined && known.startsWith('en') ? 'en' : known, options)
})

/** Making a format takes a hundred times as long as using it: a fifth of the time of scrolling through the list. */
function once<O extends object, F>(make: (language: string | null, options: O) => F) {
  const made = new Map<string, F>()
  return (language: string | null, options: O): F => {
    const key = `${language} ${JSON.stringify(options)}`
    const known = made.get(key) ?? make(language, options)
    made.set(key, known)
    return known
  }
}

/** Plain `en` means the day before the month, as in datelines all over the world. */
function locale(language: string | null): string {
  return language === null || language === 'en' || !isLocale(language) ? 'en-GB' : language
}

/** An article may name a language that is none, which Intl answers with a RangeError. */
function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0
  } catch {
    return false
  }
}
