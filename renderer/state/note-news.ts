import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import type { PlacedNote } from '../../src/model/note.ts'

/** What the library says of a note, whoever changed it; `placed` is null where it was removed. */
export type NoteNews = {
  readonly articleId: ArticleId
  readonly id: NoteId
  readonly placed: PlacedNote | null
}

/**
 * Between two looks at the news. When 2,000 notes are changed at once their news come one by one, and to paint an article
 * anew for each took half a minute; after this long a reader does not see that they wait.
 */
const restMs = 50

const waiting = new Map<NoteId, NoteNews>()
let rest: ReturnType<typeof setTimeout> | undefined

/** Hands the news on at once, and what comes soon after it together. */
export function gatherNews(news: NoteNews, apply: (all: readonly NoteNews[]) => void): void {
  waiting.set(news.id, news)
  if (rest === undefined) handOn(apply)
}

/** An answer of the library tells of these notes: what waits is older. */
export function overtakeNews(ids: Iterable<NoteId>): void {
  for (const id of ids) waiting.delete(id)
}

function handOn(apply: (all: readonly NoteNews[]) => void): void {
  const all = [...waiting.values()]
  waiting.clear()
  apply(all)
  rest = setTimeout(() => {
    rest = undefined
    if (waiting.size > 0) handOn(apply)
  }, restMs)
}
