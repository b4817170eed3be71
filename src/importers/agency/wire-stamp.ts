import { dayAt, type Day } from '../../wire/dates.ts'

/** `131137 GMT Nov 13` at the end of IPTC 7901: day of the month, time, month and the year without its century. */
const ofIptc = /^(\d\d)\d{4} (?:GMT|UTC|[A-Z]{3,4}) (\p{L}{3,9})\.? (\d\d)\s*$/mu

/** `AP-WF-10-05-26 1509GMT` at the end of ANPA 1312. */
const ofAnpa = /^\s*\^?[A-Z]{2,4}-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d) \d{4}/m

/** When a copy was sent, by its last lines; null where they do not say. */
export function sentDay(text: string): Day | null {
  const iptc = ofIptc.exec(text)
  if (iptc !== null) return dayAt(`${iptc[1]} ${iptc[2]} ${fullYear(iptc[3]!)}`, 0)?.value ?? null
  const anpa = ofAnpa.exec(text)
  return anpa === null ? null : (dayAt(`${fullYear(anpa[3]!)}-${anpa[1]}-${anpa[2]}`, 0)?.value ?? null)
}

/** Both formats are from the seventies. */
function fullYear(twoDigits: string): string {
  return `${twoDigits < '70' ? '20' : '19'}${twoDigits}`
}
