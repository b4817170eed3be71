import type { Entry } from '../../main/library/index/entry.ts'
import { articleFile } from '../../main/library/files/layout.ts'
import { mergeNotes } from '../../src/merge/notes.ts'
import { unread } from '../../src/model/note.ts'
import { madeArticles } from './generator.ts'
import { bytesOf, type MadeArticle } from './made-article.ts'

/** What the index keeps of the articles of a made library. */
export function madeEntries(articles: number): Entry[] {
  return Array.from(madeArticles(articles), toEntry)
}

function toEntry(made: MadeArticle): Entry {
  const { id, draft, source, addedAt } = made.added
  const { facts, direction, words, excerpt } = draft
  const { notes, reading } = made.notes === null ? { notes: [], reading: unread } : mergeNotes([made.notes])
  const { title, byline, agency, place, published, language, tags } = facts
  return {
    summary: {
      ...{ id, title, byline, agency, place, published, language, tags, direction, words, excerpt, addedAt },
      source: source.url ?? source.name,
      notes: notes.length,
      reading,
    },
    article: Buffer.from(bytesOf(made).get(articleFile)!).toString(),
    removedSince: null,
    stamp: `${words}:${Date.parse(addedAt)} 1200:${Date.parse(addedAt)}`,
  }
}
