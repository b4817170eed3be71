import type { Entry } from '../../main/library/index/entry.ts'
import { noteEntry } from '../../main/library/index/note-entry.ts'
import { articleFile } from '../../main/library/files/layout.ts'
import { mergeNotes } from '../../src/merge/notes.ts'
import { Article } from '../../src/model/article.ts'
import { unread } from '../../src/model/note.ts'
import { tracesOf } from '../../src/versions/traces.ts'
import { madeArticles } from './generator.ts'
import { bytesOf, type MadeArticle } from './made-article.ts'

/** What the index keeps of the articles of a made library. */
export function madeEntries(articles: number): Entry[] {
  return Array.from(madeArticles(articles), toEntry)
}

function toEntry(made: MadeArticle): Entry {
  const { id, draft, source, addedAt } = made.added
  const bytes = bytesOf(made).get(articleFile)!
  const { versions } = Article.parse(JSON.parse(Buffer.from(bytes).toString()))
  const { facts, direction, words, excerpt } = draft
  const { notes, reading } = made.notes === null ? { notes: [], reading: unread } : mergeNotes([made.notes])
  const { title, byline, agency, place, published, language, tags } = facts
  return {
    summary: {
      ...{ id, title, byline, agency, place, published, language, tags, direction, words, excerpt, addedAt },
      source: draft.url ?? source.name,
      notes: notes.length,
      versions: 1,
      part: null,
      isOnlyLink: false,
      reading,
    },
    article: Buffer.from(bytes).toString(),
    workPart: null,
    removedSince: null,
    traces: tracesOf({ title, origins: [], addresses: [draft.url], versions }),
    notes: notes.map((note) => noteEntry(note, null)),
    stamp: `${words}:${Date.parse(addedAt)} 1200:${Date.parse(addedAt)}`,
  }
}
