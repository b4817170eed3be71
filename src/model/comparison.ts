import { z } from 'zod'
import { Version } from './article.ts'
import { Span } from './content.ts'
import { PlacedNote } from './note.ts'

/** A sentence of one edition: where it stands there, and its words. */
export const Sentence = z.object({ span: Span, text: z.string() })
export type Sentence = z.infer<typeof Sentence>

/** Some of the words of a sentence that was changed, white space included. */
export const Wording = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })
export type Wording = z.infer<typeof Wording>

/** What became of a sentence from one edition to the next; in the order of the later one. */
export const SentenceChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same'), before: Sentence, after: Sentence }),
  z.object({ kind: z.literal('moved'), before: Sentence, after: Sentence }),
  /** `wordings` read on as the sentence before (without `added`) and after (without `removed`). */
  z.object({
    kind: z.literal('changed'),
    before: Sentence,
    after: Sentence,
    wordings: z.array(Wording),
  }),
  z.object({ kind: z.literal('added'), after: Sentence }),
  z.object({ kind: z.literal('removed'), before: Sentence }),
])
export type SentenceChange = z.infer<typeof SentenceChange>

/**
 * What became of a note's place in the later edition. `same`: nothing to tell. `moved`: the same words elsewhere. `reworded`:
 * found with certainty, and it reads otherwise now. `doubtful`: to be confirmed. `lost`: it needs a place.
 */
export const NoteMove = z.object({
  outcome: z.enum(['same', 'moved', 'reworded', 'doubtful', 'lost']),
  placed: PlacedNote,
  /** What the words marked read now; null where they are lost. */
  reads: z.string().nullable(),
})
export type NoteMove = z.infer<typeof NoteMove>

/** Two editions of one article side by side. */
export const Comparison = z.object({
  from: Version,
  to: Version,
  changes: z.array(SentenceChange),
  /** Notes on passages, in the order of the text. */
  notes: z.array(NoteMove),
})
export type Comparison = z.infer<typeof Comparison>
