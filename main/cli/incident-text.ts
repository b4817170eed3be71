import type { Incident } from '../../src/model/incident.ts'

/** What a person at the command line is told of something that happened to the library. */
export function incidentText(incident: Incident): string {
  const { path } = incident
  switch (incident.kind) {
    case 'restored':
      return `${path}: it was damaged or missing and has been restored${origin(incident)}${original(incident.kept)}`
    case 'set-aside':
      return `${path}: it was damaged and there is no copy of it; what is left of it lies in ${incident.kept}.`
    case 'unreadable':
      return `${path}: it can't be read (${incident.reason}). It was left as it is; a backup may have it.`
    case 'newer':
      return `${path}: a newer Lectern wrote this (format ${incident.format}). Update Lectern to read it; it was left as it is.`
    case 'taken-back':
      return `${path}: it was removed on one machine and written into on another, so it was taken back out of the trash.`
    case 'many-gone':
      return `${path}: ${incident.count} of ${incident.total} articles are gone at once. Is a drive missing, or a synchroniser at work? The app asks before it forgets them.`
    case 'index-rebuilt':
      return `${path}: the list was made anew from the articles (${incident.reason}).`
  }
}

/** Whether something of the library can't be had as long as this stands. */
export function isMissing({ kind }: Incident): boolean {
  return kind === 'unreadable' || kind === 'newer' || kind === 'many-gone'
}

function origin({ from, takenAt }: Extract<Incident, { kind: 'restored' }>): string {
  switch (from) {
    case 'snapshot':
      return ` as it stood at ${takenAt}.`
    case 'source':
      return ' from the bytes it came from.'
    case 'index':
      return ' from the list’s copy.'
    case 'trash':
      return ' from the trash.'
    case 'memory':
      return ' as the app had it in memory.'
    case 'new':
      return ': it was made anew.'
  }
}

function original(kept: string | null): string {
  return kept === null ? '' : ` What it was lies in ${kept}.`
}
