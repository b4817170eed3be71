import type { ImportedFile, KnownStory } from '../../src/contract.ts'
import type { ArticleId } from '../../src/model/ids.ts'

/** A file that is a story. */
export type ImportedDraft = Extract<ImportedFile, { draftId: string }>

/** A file that is a collection of many. */
export type ImportedCollection = Extract<ImportedFile, { collectionId: string }>

/** A file that could not be read. */
export type Unreadable = Exclude<ImportedFile, ImportedDraft | ImportedCollection>

export function isDraft(imported: ImportedFile): imported is ImportedDraft {
  return 'draftId' in imported
}

export function isCollection(imported: ImportedFile): imported is ImportedCollection {
  return 'collectionId' in imported
}

export function isUnreadable(imported: ImportedFile): imported is Unreadable {
  return 'error' in imported
}

/** What becomes of a draft: an article of its own; nothing, since `of` is the same; or the newest version of `of`. */
export type Choice = { kind: 'separate' } | { kind: 'same' | 'version'; of: ArticleId }

/** What the reader chose for drafts, by their ids; for the others it is `likelyChoice`. */
export type Choices = Readonly<Record<string, Choice>>

/** The same bytes or words again are not wanted twice; another text of the same story is its next version. */
export function likelyChoice({ known: [likeliest] }: ImportedDraft): Choice {
  return likeliest === undefined ? { kind: 'separate' } : choiceFor(likeliest)
}

/** The likely choice for one of the stories that a draft may be. */
export function choiceFor({ summary, by }: KnownStory): Choice {
  return { kind: by === 'bytes' || by === 'words' ? 'same' : 'version', of: summary.id }
}
