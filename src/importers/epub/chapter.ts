import { z } from 'zod'
import { BookFacts } from './book.ts'

/** A chapter as an article's source keeps it. Pictures of the book are `lectern-picture:<PictureName>` in its HTML. */
export const ChapterRecord = z.object({
  book: BookFacts,
  chapter: z.object({
    number: z.int().positive(),
    total: z.int().positive(),
    title: z.string().nullable(),
    /** Its file in the book, and the place in it. */
    href: z.string(),
  }),
  html: z.string(),
})
export type ChapterRecord = z.infer<typeof ChapterRecord>
