import { z } from 'zod'
import { AppError } from './errors.ts'
import { Article, Draft, Facts, IsoDate } from './model/article.ts'
import { Content, Direction, Span } from './model/content.ts'
import { ArticleId, NoteId } from './model/ids.ts'
import { NoteText, PlacedNote, Reading } from './model/note.ts'
import { Settings } from './model/settings.ts'

/** One row of the library's list. */
export const ArticleSummary = z.object({
  id: ArticleId,
  title: z.string(),
  byline: z.string().nullable(),
  agency: z.string().nullable(),
  place: z.string().nullable(),
  published: IsoDate.nullable(),
  language: z.string().nullable(),
  direction: Direction,
  words: z.int(),
  addedAt: z.string(),
  /** The address it came from, else the name of the file. */
  source: z.string(),
  excerpt: z.string(),
  tags: z.array(z.string()),
  notes: z.int(),
  reading: Reading,
})
export type ArticleSummary = z.infer<typeof ArticleSummary>

/** All that the reader pane and the notes pane show of one article. */
export const OpenArticle = z.object({
  article: Article,
  content: Content,
  /** In the order of the text. */
  notes: z.array(PlacedNote),
  reading: Reading,
  /** The article's folder on the disk. */
  path: z.string(),
})
export type OpenArticle = z.infer<typeof OpenArticle>

export const ListFilter = z.enum(['all', 'unread', 'annotated', 'starred'])
export type ListFilter = z.infer<typeof ListFilter>

/** One file of what was handed in: its draft, waiting to be corrected and saved, or why there is none. */
export const ImportedFile = z.union([
  z.object({ name: z.string(), bytes: z.int(), draftId: z.string(), draft: Draft }),
  z.object({ name: z.string(), error: AppError }),
])
export type ImportedFile = z.infer<typeof ImportedFile>

export const ExportedFile = z.object({ id: ArticleId, name: z.string(), markdown: z.string() })
export type ExportedFile = z.infer<typeof ExportedFile>

const nothing = z.object({})

function method<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } {
  return { input, output }
}

/** Answered by the library service, for the window and for the command line alike. */
export const libraryMethods = {
  /** Articles, newest first. `after` is the id of the last row of the page before. */
  'article.list': method(
    z.object({
      filter: ListFilter,
      query: z.string(),
      after: ArticleId.nullable(),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(ArticleSummary), total: z.int(), hasMore: z.boolean() }),
  ),
  'article.open': method(z.object({ id: ArticleId }), OpenArticle),
  /** The one article whose id begins with these characters. */
  'article.find': method(z.object({ idPrefix: z.string() }), z.object({ id: ArticleId })),
  'article.edit': method(z.object({ id: ArticleId, facts: Facts.partial() }), Article),
  /** Moves the article to the trash. */
  'article.remove': method(z.object({ id: ArticleId }), nothing),
  'article.restore': method(z.object({ id: ArticleId }), ArticleSummary),
  'reading.save': method(z.object({ id: ArticleId, reading: Reading.partial() }), Reading),

  /** Without `span` the note is on the whole article. */
  'note.add': method(NoteText.extend({ articleId: ArticleId, span: Span.nullable() }), PlacedNote),
  /** A note on words given as a quotation; `nth` counts from 1 and is needed where they stand there several times. */
  'note.quote': method(
    NoteText.partial().extend({
      articleId: ArticleId,
      quote: z.string().min(1),
      nth: z.int().positive().nullable(),
    }),
    PlacedNote,
  ),
  'note.edit': method(z.object({ articleId: ArticleId, id: NoteId, change: NoteText.partial() }), PlacedNote),
  'note.remove': method(z.object({ articleId: ArticleId, id: NoteId }), nothing),
  'note.restore': method(z.object({ articleId: ArticleId, id: NoteId }), PlacedNote),

  /** Reads bytes handed in (base64) and keeps the draft until it is saved or discarded. `modified` is the file's date. */
  'import.read': method(
    z.object({ name: z.string().min(1), data: z.base64(), modified: z.iso.datetime().nullable() }),
    ImportedFile,
  ),
  'import.save': method(z.object({ draftId: z.string(), facts: Facts.partial() }), ArticleSummary),
  'import.discard': method(z.object({ draftIds: z.array(z.string()) }), nothing),

  /** The notes of these articles as Markdown files; nothing is written to the disk. */
  'export.markdown': method(
    z.object({ ids: z.array(ArticleId).max(100) }),
    z.object({ files: z.array(ExportedFile) }),
  ),

  'settings.get': method(nothing, Settings),
  'settings.save': method(Settings.omit({ format: true }).partial(), Settings),
} as const

/** Answered by the main process, because they need a dialog or the desktop. Only the window may call them. */
export const windowMethods = {
  /** Asks for files and reads them; an empty list when the person thought better of it. */
  'import.choose': method(nothing, z.array(ImportedFile)),
  /** Asks for a folder and writes the articles' notes into it; `folder` is null when the person thought better of it. */
  'export.save': method(
    z.object({ ids: z.array(ArticleId).min(1) }),
    z.object({ folder: z.string().nullable(), files: z.array(z.string()) }),
  ),
  /** Shows where a link leads and opens it in the browser when the person agrees. */
  'link.open': method(z.object({ href: z.string() }), nothing),
  /** Shows the article's folder in the system's file manager. */
  'article.reveal': method(z.object({ id: ArticleId }), nothing),
  /** Puts text on the clipboard. */
  'clipboard.write': method(z.object({ text: z.string() }), nothing),
  /** What the list looked like last, for the first frame; the library's own answer replaces it. */
  'window.firstPage': method(
    nothing,
    z.object({ rows: z.array(ArticleSummary), total: z.int(), settings: Settings }).nullable(),
  ),
  /** The window is painted; answers which articles to open (files named on the command line), newest last. */
  'window.ready': method(nothing, z.object({ open: z.array(ArticleId), failed: z.array(AppError) })),
} as const

/** THE table of methods: everything that crosses the pipe. Input is always parsed with its schema. */
export const methods = { ...libraryMethods, ...windowMethods } as const

export type LibraryMethod = keyof typeof libraryMethods
export type Method = keyof typeof methods
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>
export type Output<M extends Method> = z.output<(typeof methods)[M]['output']>

/** What the library tells the window without having been asked. */
export const LibraryEvent = z.discriminatedUnion('kind', [
  /** Added, corrected, read further, or its notes changed. */
  z.object({ kind: z.literal('article-changed'), summary: ArticleSummary }),
  z.object({ kind: z.literal('article-removed'), id: ArticleId }),
  z.object({ kind: z.literal('note-changed'), articleId: ArticleId, note: PlacedNote }),
  z.object({ kind: z.literal('note-removed'), articleId: ArticleId, id: NoteId }),
  z.object({ kind: z.literal('settings-changed'), settings: Settings }),
])
export type LibraryEvent = z.infer<typeof LibraryEvent>

/** What the application menu and a second start of the app ask of the window. */
export const WindowCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('menu'), command: z.string() }),
  z.object({ kind: z.literal('open'), id: ArticleId }),
  z.object({ kind: z.literal('problem'), error: AppError }),
])
export type WindowCommand = z.infer<typeof WindowCommand>

export type BridgeEvent = LibraryEvent | WindowCommand

/** What the preload puts on `window.bridge`: one way to ask and one way to listen. */
export type Bridge = {
  call(method: Method, input: unknown): Promise<unknown>
  /** Answers a function that stops the listening. */
  listen(listener: (event: BridgeEvent) => void): () => void
}
