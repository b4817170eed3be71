import type { ImportedFile, KnownStory } from '../../src/contract.ts'
import type { ArticleId } from '../../src/model/ids.ts'

/** A file that could be read. */
export type ImportedDraft = Extract<ImportedFile, { draftId: string }>

export function isDraft(imported: ImportedFile): imported is ImportedDraft {
  return 'draftId' in imported
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
