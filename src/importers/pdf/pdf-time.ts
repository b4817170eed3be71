import { IsoTime } from '../../model/article.ts'

/** An ISO date-time in UTC for what PDF writes: `D:20151230152231+01'00'`. Null for anything else; a zone left out is UTC. */
export function pdfTime(value: string | null): string | null {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(value ?? '')
  if (found === null) return null
  const [
    ,
    year,
    month,
    day,
    hour = '00',
    minute = '00',
    second = '00',
    sign,
    zoneHours = '0',
    zoneMinutes = '0',
  ] = found
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const east = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1)
  if (Number.isNaN(local)) return null
  return (
    IsoTime.safeParse(new Date(local - (sign === undefined ? 0 : east) * 60_000).toISOString()).data ?? null
  )
}
