/** What a page says of how it was saved: from where, and when (an ISO date-time; null where it does not say). */
export type Saved = { url: string; savedAt: string | null }

/** The comment stands behind the opening tag or in front of it, before anything long. */
const headLength = 10_000

const singleFile =
  /<!--\s*Page saved with SingleFile[^]*?\burl:\s*(\S+)(?:[^]*?\bsaved date:\s*([^\n]*?)\s*(?:\n|-->))?/

/** `<!-- saved from url=(0040)https://… -->`, as Internet Explorer began to write it; the number is the length. */
const browser = /<!--\s*saved from url=\(\d+\)(\S+?)\s*-->/

/** Reads the comment that SingleFile, or a browser, puts at the beginning of a page; null where there is none. */
export function savedWith(html: string): Saved | null {
  const head = html.slice(0, headLength)
  const [, url, date] = singleFile.exec(head) ?? browser.exec(head) ?? []
  return url === undefined ? null : { url, savedAt: dateTimeOf(date) }
}

/** A date as scripts print it; the name of the time zone behind it may be in any language. */
export function dateTimeOf(date: string | undefined): string | null {
  const time = Date.parse((date ?? '').replace(/\([^)]*\)\s*$/, ''))
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
