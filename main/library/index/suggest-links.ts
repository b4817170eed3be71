import type { Output } from '../../../src/contract.ts'
import { allNotes } from '../../../src/model/settings.ts'
import type { Index } from './index.ts'
import { wordStarts, wordsOf } from './words.ts'

/** As many of each kind as can be looked through while typing. */
const most = 8
/** Articles whose bylines are looked at for a name. */
const looked = 100

/** What a link that is being typed may stand for. See `link.suggest` in the contract. */
export function suggestLinks(index: Index, query: string): Output<'link.suggest'> {
  const sort = { by: 'added', isReversed: false } as const
  const { rows } = index.page({ filter: 'all', query, sort, after: null, skip: 0, limit: looked })
  const notes = index.notePage({ grouping: 'day', filter: allNotes, query, skip: 0, limit: most }).rows
  const names = rows.flatMap(({ byline }) => (byline === null ? [] : namesIn(byline)))
  const people = [...names.filter((name) => fits(name, query)), ...index.linkedNames(query, most)]
  return { articles: rows.slice(0, most), notes, people: [...new Set(people)].slice(0, most) }
}

/** `Mara Ellison and Jo Reed` are two. */
function namesIn(byline: string): string[] {
  return byline.split(/\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|،|؛| و )\s*/).filter((name) => name !== '')
}

/** Whether each word of the query begins one of the name's. */
function fits(name: string, query: string): boolean {
  const words = wordsOf(name)
  return wordStarts(query).every((start) => words.some((word) => word.startsWith(start)))
}
