import { z } from 'zod'
import { Content, Direction } from './content.ts'
import { Format } from './format.ts'
import { ArticleId, DeviceId } from './ids.ts'

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
 * The most a text may have. Ten million bytes: "War and Peace" has three million. What is larger is data or a log, and
 * would keep the reader pane busy for seconds.
 */
export const maxTextBytes = 10_000_000

/** The most a file that is handed in may have: zips, books and collections are larger than a text. */
export const maxSourceBytes = 200_000_000

/** What it was in the place it was saved in before; `key` is the same whenever it comes from there again. */
export const Origin = z.object({ importer: z.string(), key: z.string() })
export type Origin = z.infer<typeof Origin>

/** Which part of a larger work it is: a chapter of a book. `number` counts from 1. */
export const Part = z.object({ of: z.string(), number: z.int().positive(), total: z.int().positive() })
export type Part = z.infer<typeof Part>

/** Where the bytes came from: a file's name, or what stands for it when there was no file. */
export const Source = z.object({
  name: z.string(),
  url: z.url().nullable(),
  origin: Origin.nullable(),
  part: Part.nullable(),
})
export type Source = z.infer<typeof Source>

/**
 * Some of the hashes of a text's shingles (unsigned 32-bit, see `src/versions/sketch.ts`), by which near-identical texts are
 * found. Empty where the text came in before format version 3.
 */
export const Sketch = z.array(z.int().min(0).max(0xffff_ffff))
export type Sketch = z.infer<typeof Sketch>

/** One edition of the story. */
export const Version = z.object({
  /** Counted from 1 in the order in which the editions came in. */
  number: z.int().positive(),
  addedAt: IsoTime,
  /** Names of files in the article's folder: its text, and the untouched bytes it was read from. */
  content: z.string(),
  file: z.string(),
  /** Which importer read it (`src/importers`), so that the bytes can be read in the same way again. */
  importer: z.string(),
  /** WHATWG label of the encoding the bytes were read with. */
  encoding: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  words: z.int().nonnegative(),
  sketch: Sketch,
  /** As of a draft. */
  isOnlyLink: z.boolean(),
})
export type Version = z.infer<typeof Version>

/** What one edition says of the story. */
const Edition = Facts.extend({
  source: Source,
  direction: Direction,
  /** The first words of the body, for lists: at most 240 characters. */
  excerpt: z.string(),
})

/**
 * `articles/<id>/article.json`: as it came in. Corrections of its facts stand in the notes files, later editions in files of
 * their own; where it is read with them, the facts are those of the newest edition, as corrected.
 */
export const Article = Edition.extend({
  format: Format,
  id: ArticleId,
  addedAt: IsoTime,
  updatedAt: IsoTime,
  /** The newest comes last. */
  versions: z.array(Version).min(1),
})
export type Article = z.infer<typeof Article>

/**
 * `articles/<id>/version-<number>.<device>.json`: an edition that came in later, and the last of its files to be written. Two
 * devices may add editions of the same number: only the order of `addedAt` counts.
 */
export const VersionFile = Edition.extend({
  format: Format,
  articleId: ArticleId,
  device: DeviceId,
  version: Version,
})
export type VersionFile = z.infer<typeof VersionFile>

/** What an importer makes of a source; everything of an article that the bytes alone decide. */
export const Draft = z.object({
  facts: Facts,
  content: Content,
  direction: Direction,
  excerpt: z.string(),
  words: z.int().nonnegative(),
  encoding: z.string(),
  /** Which importer read it. */
  importer: z.string(),
  /** The address the source itself names, as a clipper's front matter does; null where it names none. */
  url: z.url().nullable(),
  part: Part.nullable(),
  /**
   * True where the text names day and month only and the year was taken from the file's date, so that the
   * preview can say so.
   */
  yearIsAssumed: z.boolean(),
  /** True where the byline was put together from a page's markup, which is wrong often enough for the preview to say so. */
  bylineIsGuessed: z.boolean(),
  /** True where there is no more than an address and what was said of it: the page itself has not been loaded. */
  isOnlyLink: z.boolean(),
})
export type Draft = z.infer<typeof Draft>
