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
})
export type Selector = z.infer<typeof Selector>

/** What a Selector finds in a given text today. */
export const Anchor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), span: Span }),
  /** `score` runs from 0 to 1, 1 being the same words in the same surroundings. */
  z.object({ kind: z.literal('moved'), span: Span, score: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('lost') }),
])
export type Anchor = z.infer<typeof Anchor>
