import { z } from 'zod'
import { Content, Direction } from './content.ts'
import { Format } from './format.ts'
import { ArticleId } from './ids.ts'

/** A calendar date, `2026-10-05`; null in the facts where the story does not say. */
export const IsoDate = z.iso.date()
export const IsoTime = z.iso.datetime()

export const Tag = z.string().trim().min(1).max(100)

const Line = z.string().trim().min(1).max(2000)

/** What is known of a story. Found at import, corrected by the reader at any time; null is "not known". */
export const Facts = z.object({
  title: Line,
  /** Who wrote it, without the word "By": `Mara Ellison and Jo Reed`. */
  byline: Line.nullable(),
  agency: Line.nullable(),
  place: Line.nullable(),
  /** What the credit line gives, without its first words: `Tasnim News Agency`, `Reporting by …; Editing by …`. */
  credit: Line.nullable(),
  published: IsoDate.nullable(),
  /** BCP 47, such as `en` or `fa`. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .nullable(),
  tags: z.array(Tag),
})
export type Facts = z.infer<typeof Facts>

/**
 * The most a source may have. Ten million bytes: "War and Peace" has three million. What is larger is data or a log, and
 * would keep the reader pane busy for seconds.
 */
export const maxSourceBytes = 10_000_000

/** Where the bytes came from: a file's name, or what stands for it when there was no file. */
export const Source = z.object({ name: z.string(), url: z.url().nullable() })
export type Source = z.infer<typeof Source>

/** One edition of the story; `content-<number>.json` and `source-<number>.*` belong to it. */
export const Version = z.object({
  number: z.int().positive(),
  addedAt: IsoTime,
  /** File name of the untouched bytes in the article's folder. */
  file: z.string(),
  /** WHATWG label of the encoding the bytes were read with. */
  encoding: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  words: z.int().nonnegative(),
})
export type Version = z.infer<typeof Version>

/** `articles/<id>/article.json`: as it came in. Corrections of its facts stand in the notes files. */
export const Article = Facts.extend({
  format: Format,
  id: ArticleId,
  source: Source,
  addedAt: IsoTime,
  updatedAt: IsoTime,
  direction: Direction,
  /** The first words of the body, for lists: at most 240 characters. */
  excerpt: z.string(),
  versions: z.array(Version).min(1),
})
export type Article = z.infer<typeof Article>

/** What an importer makes of a source; everything of an article that the bytes alone decide. */
export const Draft = z.object({
  facts: Facts,
  content: Content,
  direction: Direction,
  excerpt: z.string(),
  words: z.int().nonnegative(),
  encoding: z.string(),
  /** The address the source itself names, as a clipper's front matter does; null where it names none. */
  url: z.url().nullable(),
  /**
   * True where the text names day and month only and the year was taken from the file's date, so that the
   * preview can say so.
   */
  yearIsAssumed: z.boolean(),
})
export type Draft = z.infer<typeof Draft>
