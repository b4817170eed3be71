import type { ArticleSummary } from '../../../src/contract.ts'
import { nameStem } from '../../../src/exporters/file-name.ts'
import type { Row } from './database.ts'
import type { NoteEntry } from './note-entry.ts'
import { seal, unseal } from './sealed.ts'
import { wordsOf } from './words.ts'
import type { WorkPart } from './work.ts'

/** What the index keeps of an article. */
export type Entry = {
  summary: ArticleSummary
  /** The text of `article.json`, from which a damaged one is restored. */
  article: string
  /** Its place in a larger work; null for a whole. */
  workPart: WorkPart | null
  /** When the oldest of its removed notes was removed (ISO); null where none lies in the trash. */
  removedSince: string | null
  /** Sizes and times of its files when they were read. */
  stamp: string
  /** By what it is known again: see `src/versions/traces.ts`. */
  traces: string[]
  notes: NoteEntry[]
}

/** An entry as a row of the table. */
export function columnsOf({ summary, article, workPart, removedSince, stamp }: Entry): Row {
  const { id, title, addedAt, published, reading, notes } = summary
  return {
    id,
    added: addedAt,
    // Unknown is older than any date.
    published: published ?? '',
    // Quotation marks and other signs have no place in the alphabet.
    title: wordsOf(title).join(' '),
    progress: reading.progress,
    isUnread: Number(!reading.isRead),
    isAnnotated: Number(notes > 0),
    isStarred: Number(reading.isStarred),
    stem: nameStem(summary),
    work: workPart?.work ?? null,
    part: workPart?.part ?? null,
    removedSince,
    stamp,
    summary: seal(JSON.stringify(summary)),
    article: seal(article),
  }
}

/** What an article is found by in the list. */
export function textToFind(summary: ArticleSummary): string {
  const { title, byline, agency, place, source, excerpt, tags } = summary
  return [title, byline, agency, place, source, excerpt, ...tags].join(' ')
}

/** The summary in a row; throws `DatabaseFailure` where it was damaged. */
export function summaryIn(row: Row): ArticleSummary {
  return JSON.parse(unseal(String(row['summary']))) as ArticleSummary
}

/** What a row says of an entry besides its traces and notes; throws `DatabaseFailure` where it was damaged. */
export function entryIn(row: Row): Omit<Entry, 'traces' | 'notes'> {
  return {
    summary: summaryIn(row),
    article: unseal(String(row['article'])),
    workPart: row['work'] === null ? null : { work: String(row['work']), part: Number(row['part']) },
    removedSince: row['removedSince'] as string | null,
    stamp: String(row['stamp']),
  }
}
