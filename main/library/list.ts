import type { ArticleSummary, ListFilter } from '../../src/contract.ts'

/** Whether an article belongs in a list: of the chosen kind, and every word of the query begins a word of its facts. */
export function matchesList(row: ArticleSummary, filter: ListFilter, query: string): boolean {
  return matchesFilter(row, filter) && matchesQuery(row, query)
}

function matchesFilter(row: ArticleSummary, filter: ListFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'unread':
      return !row.reading.isRead
    case 'annotated':
      return row.notes > 0
    case 'starred':
      return row.reading.isStarred
  }
}

function matchesQuery(row: ArticleSummary, query: string): boolean {
  const wanted = wordsOf(query)
  if (wanted.length === 0) return true
  const facts = [row.title, row.byline, row.agency, row.place, row.source, row.excerpt, ...row.tags]
  const words = wordsOf(facts.join(' '))
  return wanted.every((start) => words.some((word) => word.startsWith(start)))
}

/** Words without case and accents: `Élysée` is found by `elysee`. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
