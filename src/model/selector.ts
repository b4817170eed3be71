import { z } from 'zod'
import { Span } from './content.ts'

/**
 * How a note remembers its place: the words, up to 64 characters on either side, and where they stood in the text
 * of one version. W3C Web Annotation's TextQuote and TextPosition in one.
 */
export const Selector = z.object({
  version: z.int().positive(),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  start: z.int().nonnegative(),
  /**
   * The number of the block it begins in, counted from 0; null where the words were not found when the note was made elsewhere, and
   * in notes from before format version 3.
   */
  block: z.int().nonnegative().nullable(),
})
export type Selector = z.infer<typeof Selector>

/** What a Selector finds in a given text today. */
export const Anchor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), span: Span }),
  /**
   * `score` runs from 0 to 1, 1 being the same words in the same surroundings. A doubtful one is shown, and the reader is
   * asked to confirm it.
   */
  z.object({
    kind: z.literal('moved'),
    span: Span,
    score: z.number().min(0).max(1),
    isDoubtful: z.boolean(),
  }),
  z.object({ kind: z.literal('lost') }),
])
export type Anchor = z.infer<typeof Anchor>
