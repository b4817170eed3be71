import { z } from 'zod'
import { Format } from './format.ts'

/**
 * A stretch of `Content.text` in UTF-16 code units, end exclusive, never inside a grapheme. The only way to
 * point at text.
 */
export const Span = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine((span) => span.start <= span.end, 'a span ends before it starts')
export type Span = z.infer<typeof Span>

export const Direction = z.enum(['ltr', 'rtl'])
export type Direction = z.infer<typeof Direction>

/** What every block has: its place in the text, and its own language and direction where they differ. */
const place = {
  span: Span,
  language: z.string().optional(),
  direction: Direction.optional(),
  /** The number of the page it begins on, counted from 1, where the source has pages. */
  page: z.int().positive().optional(),
}

/** The name of a kept picture's file: the SHA-256 of its bytes, and what they are. */
export const PictureName = z.string().regex(/^[0-9a-f]{64}\.(?:png|jpg|gif|webp|avif|svg)$/)
export type PictureName = z.infer<typeof PictureName>

/** A piece of the text that stands by itself. Blocks come in the order of the text and never overlap. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), ...place }),
  /**
   * The paragraph that opens with a dateline. `lead` is all of the dateline up to where the sentence starts;
   * the other spans lie in it and point at exactly the words that became the article's facts.
   */
  z.object({
    kind: z.literal('dateline'),
    ...place,
    lead: Span,
    place: Span.nullable(),
    date: Span.nullable(),
    agency: Span.nullable(),
  }),
  z.object({ kind: z.literal('heading'), ...place, level: z.int().min(1).max(6) }),
  /** `depth` counts from 0; `number` is what an ordered item is labelled with, null in an unordered list. */
  z.object({
    kind: z.literal('listItem'),
    ...place,
    depth: z.int().nonnegative(),
    number: z.int().nullable(),
  }),
  z.object({ kind: z.literal('quotation'), ...place, depth: z.int().positive() }),
  z.object({ kind: z.literal('code'), ...place }),
  /** Rows of cells, each cell a span of the text; the first row holds the column names. */
  z.object({ kind: z.literal('table'), ...place, rows: z.array(z.array(Span)) }),
  /**
   * A picture and its caption, which is the text of the block and may be empty. `url` is its address (http or https), null
   * where it came inside the source; `file` is then the name of the kept picture.
   */
  z.object({
    kind: z.literal('figure'),
    ...place,
    url: z.url().nullable(),
    file: PictureName.nullable(),
    /** What stands for the picture where it is not seen; empty where nobody wrote that. */
    alt: z.string(),
  }),
  /** A paragraph of a footnote; the label is that of the marks which refer to it, and only the first paragraph has one. */
  z.object({ kind: z.literal('footnote'), ...place, label: z.string().nullable() }),
  /** A line between two parts of the text; its span is empty. */
  z.object({ kind: z.literal('rule'), ...place }),
])
export type Block = z.infer<typeof Block>

/** How some words of the text are set. Marks may nest and cross each other. */
export const Mark = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['emphasis', 'strong', 'code', 'strike', 'superscript', 'subscript']),
    span: Span,
  }),
  z.object({ kind: z.literal('link'), span: Span, href: z.string() }),
  /** Refers to the footnote of this label. */
  z.object({ kind: z.literal('footnoteReference'), span: Span, label: z.string() }),
])
export type Mark = z.infer<typeof Mark>

/** What a line around the story proper was recognised as. */
export const FurniturePart = z.enum([
  'headline',
  'prefix', // UPDATE 2-, EXTRA, 1ST LEAD
  'slug', // BC-Tides,130
  'byline',
  'bylineTitle', // Associated Press Writer
  'date',
  'source', // Source: Tides Inc.
  'credit', // (Reporting by …; Editing by …)
  'signoff', // ENDS, REUTER, ab/cd/ef
  'note', // what is marked as not for publication
])
export type FurniturePart = z.infer<typeof FurniturePart>

/** A line that stands around the story proper, word for word as it came; nothing read is ever dropped. */
export const Furniture = z.object({
  part: FurniturePart,
  position: z.enum(['before', 'after']),
  text: z.string(),
})
export type Furniture = z.infer<typeof Furniture>

/**
 * The text of one version of an article, written once and never changed. There is no HTML in it: importers
 * translate into this model and the reader builds elements from it, so foreign markup cannot run.
 *
 * Blocks that hold text are separated in `text` by exactly two line feeds ("\n\n"); a single "\n" inside a block
 * is a line break that the source meant.
 */
export const Content = z.object({
  format: Format,
  text: z.string(),
  blocks: z.array(Block),
  marks: z.array(Mark),
  furniture: z.array(Furniture),
})
export type Content = z.infer<typeof Content>
