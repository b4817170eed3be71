import type { ArticleSummary } from '../../../src/contract.ts'
import { nameStem } from '../../../src/exporters/file-name.ts'
import type { Row, Value } from './database.ts'
import { seal, unseal } from './sealed.ts'
import { wordsOf } from './words.ts'

/** What the index keeps of an article. */
export type Entry = {
  summary: ArticleSummary
  /** The text of `article.json`, from which a damaged one is restored. */
  article: string
  /** When the oldest of its removed notes was removed (ISO); null where none lies in the trash. */
  removedSince: string | null
  /** Sizes and times of its files when they were read. */
  stamp: string
}

/** What an article is sorted, filtered and named by, in the order of the columns. */
export function keysOf(summary: ArticleSummary): Value[] {
  const { title, addedAt, published, reading, notes } = summary
  return [
    addedAt,
    // Unknown is older than any date.
    published ?? '',
    // Quotation marks and other signs have no place in the alphabet.
    wordsOf(title).join(' '),
    reading.progress,
    Number(!reading.isRead),
    Number(notes > 0),
    Number(reading.isStarred),
    nameStem(summary),
  ]
}

/** What an article is found by in the list. */
export function textToFind(summary: ArticleSummary): string {
  const { title, byline, agency, place, source, excerpt, tags } = summary
  return [title, byline, agency, place, source, excerpt, ...tags].join(' ')
}

/** All else that is kept, in the order of the columns. */
export function restOf({ removedSince, stamp, summary, article }: Entry): Value[] {
  return [removedSince, stamp, seal(JSON.stringify(summary)), seal(article)]
}

/** The summary in a row; throws `DatabaseFailure` where it was damaged. */
export function summaryIn(row: Row): ArticleSummary {
  return JSON.parse(unseal(String(row['summary']))) as ArticleSummary
}

/** The entry in a row; throws `DatabaseFailure` where it was damaged. */
export function entryIn(row: Row): Entry {
  return {
    summary: summaryIn(row),
    article: unseal(String(row['article'])),
    removedSince: row['removedSince'] as string | null,
    stamp: String(row['stamp']),
  }
}
