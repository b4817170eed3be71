import { z } from 'zod'
import { IsoTime } from './article.ts'
import { ArticleId } from './ids.ts'

const common = {
  id: z.string(),
  at: IsoTime,
  /** Inside the library, with `/` between its parts. */
  path: z.string(),
}

/**
 * Something that happened to the library and that its reader should know. Shown under "What happened" until it is put
 * away; the sentences are written there and in the command line.
 */
export const Incident = z.discriminatedUnion('kind', [
  /** A damaged or missing file was made good. `kept` is where the damaged original lies now, null where there was none. */
  z.object({
    kind: z.literal('restored'),
    ...common,
    /**
     * A snapshot; the text as it came in, read once more; the list's own copy; the trash; the app's own memory; or, for a file
     * that says nothing of the reader's, a new one.
     */
    from: z.enum(['snapshot', 'source', 'index', 'trash', 'memory', 'new']),
    /** Of what time the copy is; null for what does not change with time. */
    takenAt: IsoTime.nullable(),
    kept: z.string().nullable(),
  }),
  /** A damaged file was set aside and there is no copy to restore it from. */
  z.object({ kind: z.literal('set-aside'), ...common, kept: z.string() }),
  /** A file is missing or damaged, and nothing could be done: it is left as it is. */
  z.object({ kind: z.literal('unreadable'), ...common, reason: z.string() }),
  /** A later Lectern wrote this file; it is left alone. */
  z.object({ kind: z.literal('newer'), ...common, format: z.int() }),
  /** An article was removed on one machine and written into on another: it was taken back out of the trash. */
  z.object({ kind: z.literal('taken-back'), ...common, articleId: ArticleId }),
  /** A question: many articles are gone from the folder at once. Nothing is forgotten until it is answered. */
  z.object({ kind: z.literal('many-gone'), ...common, count: z.int(), total: z.int() }),
  /** What can be derived was doubtful and was made anew from the files. */
  z.object({ kind: z.literal('index-rebuilt'), ...common, reason: z.string() }),
])
export type Incident = z.infer<typeof Incident>

/** What `lectern verify` found amiss with one file. `mended` says how, where it was told to repair. */
export const Finding = z.object({
  path: z.string(),
  problem: z.string(),
  /** Nothing is lost by it and nothing needs to be done. */
  isHarmless: z.boolean(),
  mended: z.string().nullable(),
})
export type Finding = z.infer<typeof Finding>
