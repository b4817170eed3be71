import type { ArticleId, EntryId, FeedId, NoteId } from '../../src/model/ids.ts'
import type { NoteChange } from '../../src/model/note.ts'

/** What `notes.edit` is asked: `isRemoved` moves a note to the trash, or takes it back. */
export type NoteChanges = readonly {
  readonly id: NoteId
  readonly change: NoteChange & { isRemoved?: boolean }
}[]

/** Something done that can be taken back, with all that its way back and forth needs. */
export type Step =
  | { readonly kind: 'note-added'; readonly articleId: ArticleId; readonly id: NoteId }
  | { readonly kind: 'note-removed'; readonly articleId: ArticleId; readonly id: NoteId }
  | {
      readonly kind: 'note-edited'
      readonly articleId: ArticleId
      readonly id: NoteId
      readonly before: NoteChange
      readonly after: NoteChange
    }
  /** Many notes of one article at once. */
  | {
      readonly kind: 'notes-edited'
      readonly articleId: ArticleId
      readonly before: NoteChanges
      readonly after: NoteChanges
    }
  /** Of several texts written at once one was chosen: the note's bodies, the one shown first. */
  | {
      readonly kind: 'note-chosen'
      readonly articleId: ArticleId
      readonly id: NoteId
      readonly before: readonly string[]
      readonly after: readonly string[]
    }
  | { readonly kind: 'note-restored'; readonly articleId: ArticleId; readonly id: NoteId }
  | { readonly kind: 'article-removed'; readonly id: ArticleId }
  | { readonly kind: 'article-restored'; readonly id: ArticleId }
  /** Entries of feeds were put away. */
  | { readonly kind: 'entries-put-away'; readonly ids: readonly EntryId[] }
  | { readonly kind: 'feed-removed'; readonly id: FeedId }

/** What was done in this window since it opened, oldest first, and what was taken back, newest last. */
export type History = { readonly past: readonly Step[]; readonly future: readonly Step[] }

export const emptyHistory: History = { past: [], future: [] }

/** A new step ends the way forth. */
export function record(history: History, step: Step): History {
  return { past: [...history.past, step], future: [] }
}

/** The step was taken back: it now lies ahead. A toast may take back a step that is not the last one. */
export function stepBack(history: History, step: Step): History {
  return { past: without(history.past, step), future: [...history.future, step] }
}

/** The step was done again. */
export function stepForth(history: History, step: Step): History {
  return { past: [...history.past, step], future: without(history.future, step) }
}

/** The step can no longer be taken back or done again, because what it speaks of is gone. */
export function forget(history: History, step: Step): History {
  return { past: without(history.past, step), future: without(history.future, step) }
}

function without(steps: readonly Step[], step: Step): readonly Step[] {
  return steps.filter((other) => other !== step)
}
