import type { Incident } from '../../src/model/incident.ts'
import { count, dateAndTime } from '../ui/formats.ts'

/** What a person is told of an incident: what happened, what Lectern did, and what is left to do, if anything. */
export type IncidentText = { readonly what: string; readonly done: string; readonly toDo: string | null }

export function incidentText(incident: Incident): IncidentText {
  const thing = thingAt(incident.path)
  switch (incident.kind) {
    case 'restored':
      return { what: `${thing} was damaged or missing.`, ...restoredText(incident) }
    case 'set-aside':
      return {
        what: `${thing} was damaged, and there is no copy of it.`,
        done: 'It was set aside, so that it can still be looked into. The rest of the library is whole.',
        toDo: 'If you have a backup, restore it: only what is missing will be added.',
      }
    case 'unreadable':
      return {
        what: `${thing} cannot be read: ${incident.reason}.`,
        done: 'It was left as it is. The rest of the library is whole.',
        toDo: 'See that the drive is well and that you may read the file, or restore a backup.',
      }
    case 'newer':
      return {
        what: `${thing} was written by a newer Lectern (format ${incident.format}).`,
        done: 'It was left alone, so that nothing in it is lost.',
        toDo: 'Update Lectern on this machine to see what it holds.',
      }
    case 'taken-back':
      return {
        what: 'An article was removed on one machine while somebody wrote into it on another.',
        done: 'It was taken back out of the trash, with all that was written.',
        toDo: 'Remove it once more if nobody needs it.',
      }
    case 'many-gone':
      return {
        what: `${count(incident.count, null)} of ${count(incident.total, null)} articles are gone from the library’s folder at once.`,
        done: 'Nothing has been forgotten yet: their places are kept until you say what happened.',
        toDo: 'If a drive or a synchroniser is not ready, make it so and look again.',
      }
    case 'index-rebuilt':
      return {
        what: `The list of all articles was doubtful: ${incident.reason}.`,
        done: 'It was made anew from the articles’ own files. Nothing is missing.',
        toDo: null,
      }
  }
}

type Restored = Extract<Incident, { kind: 'restored' }>

function restoredText({ from, takenAt }: Restored): Pick<IncidentText, 'done' | 'toDo'> {
  switch (from) {
    case 'snapshot':
      return {
        done: `It was put back from the copy ${takenAt === null ? 'Lectern keeps' : `of ${dateAndTime(takenAt)}`}.`,
        toDo: 'What was changed since then may be missing: look it over.',
      }
    case 'source':
      return { done: 'It was read once more from the text as it came in, so nothing is missing.', toDo: null }
    case 'index':
      return {
        done: 'It was written again from what the list knew of it.',
        toDo: 'See whether headline, date and source are right.',
      }
    case 'trash':
      return { done: 'It was put back from the trash, whole.', toDo: null }
    case 'memory':
      return {
        done: 'It was written again from what the running Lectern knew of it. Nothing is missing.',
        toDo: null,
      }
    case 'new':
      return { done: 'It was made anew. Nothing that you wrote stood in it.', toDo: null }
  }
}

/** What a file of the library is to a person, by its name (named in main/library/files/layout.ts). */
function thingAt(path: string): string {
  const name = path.split('/').at(-1) ?? path
  if (name.startsWith('notes.')) return 'A file of notes'
  if (name.startsWith('article.')) return 'An article’s file of facts'
  if (name.startsWith('content-')) return 'The text of an article'
  if (name.startsWith('source-')) return 'The original of an article'
  if (name.startsWith('feeds.')) return 'A list of feeds'
  if (name.startsWith('settings.')) return 'The file of settings'
  if (path.startsWith('pictures/')) return 'A picture'
  if (path.startsWith('articles/')) return 'An article'
  if (path.startsWith('trash/')) return 'Something in the trash'
  return 'A file of the library'
}
