import { deviceTime } from '../kindle/device-time.ts'

/** The heading of a note and, where it says that, when it was made (an ISO date-time). */
export type ZoteroHead = { title: string | null; addedAt: string | null }

const heading = /^\s*#+[ \t]+([^\n]*?)[ \t]*(?:\n\s*\(([^()\n]*\d[^()\n]*)\)[ \t]*)?(?:\n|$)/

/** Parts a note into its heading with the date below it, and the rest. */
export function readZoteroHead(text: string): { head: ZoteroHead; body: string } {
  const [all, title = '', date = ''] = heading.exec(text) ?? []
  if (all === undefined) return { head: { title: null, addedAt: null }, body: text }
  return {
    head: { title: title === '' ? null : title, addedAt: timeIn(date.normalize('NFKC')) },
    body: text.slice(all.length),
  }
}

/** In the form of the computer's language; with AM or PM it is that of the United States, where the month is in front. */
function timeIn(date: string): string | null {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*[ap]\.?m.*)$/i.exec(date.trim())
  return deviceTime(american === null ? date : `${american[3]}-${american[1]}-${american[2]}${american[4]}`)
}
