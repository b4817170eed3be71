import { z } from 'zod'
import { AppError, Passage } from './errors.ts'
import { Article, Draft, Facts, IsoDate, IsoTime, Tag } from './model/article.ts'
import { Comparison } from './model/comparison.ts'
import { Content, Direction, Span } from './model/content.ts'
import { ArticleId, NoteId } from './model/ids.ts'
import { Finding, Incident } from './model/incident.ts'
import { Color, NoteChange, NoteText, PlacedNote, Reading, RemovedNote } from './model/note.ts'
import { NoteFilter, NotesGrouping, Settings, Sort } from './model/settings.ts'

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
  /** How many editions of the story there are. */
  versions: z.int(),
  reading: Reading,
})
export type ArticleSummary = z.infer<typeof ArticleSummary>

/** All that the reader pane and the notes pane show of one article. */
export const OpenArticle = z.object({
  article: Article,
  /** Which of the article's versions `content` is. */
  version: z.int(),
  content: Content,
  /** In the order of the text, placed in this version. */
  notes: z.array(PlacedNote),
  reading: Reading,
  /** The article's folder on the disk. */
  path: z.string(),
})
export type OpenArticle = z.infer<typeof OpenArticle>

export const ListFilter = z.enum(['all', 'unread', 'annotated', 'starred'])
export type ListFilter = z.infer<typeof ListFilter>

/** An article of the library that a draft may be the same story as. */
export const KnownStory = z.object({
  summary: ArticleSummary,
  /**
   * How it is known: the same bytes; the same words in all blocks; the same address; a text of which much is the same. The
   * strongest that holds, in this order.
   */
  by: z.enum(['bytes', 'words', 'address', 'likeness']),
  /** How much of both texts is common to them, 0 to 1: the Jaccard similarity of their shingles. */
  likeness: z.number().min(0).max(1),
})
export type KnownStory = z.infer<typeof KnownStory>

/** One file of what was handed in: its draft, waiting to be corrected and saved, or why there is none. */
export const ImportedFile = z.union([
  z.object({
    name: z.string(),
    bytes: z.int(),
    draftId: z.string(),
    draft: Draft,
    /** The likeliest first, at most 3; empty where the story is new. */
    known: z.array(KnownStory),
  }),
  z.object({ name: z.string(), error: AppError }),
])
export type ImportedFile = z.infer<typeof ImportedFile>

export const ExportedFile = z.object({ id: ArticleId, name: z.string(), markdown: z.string() })
export type ExportedFile = z.infer<typeof ExportedFile>

/** The place behind a row, in the order it was listed in: the row's sort key and id. It stays good when the row is gone. */
export const Cursor = z.object({ key: z.union([z.string(), z.number()]), id: ArticleId })
export type Cursor = z.infer<typeof Cursor>

/** An article in the trash. */
export const TrashedArticle = z.object({
  id: ArticleId,
  title: z.string(),
  source: z.string(),
  notes: z.int(),
  removedAt: IsoTime,
})
export type TrashedArticle = z.infer<typeof TrashedArticle>

/** A removed note, and the title of the article it was removed from. */
export const TrashedNote = z.object({ note: RemovedNote, title: z.string() })
export type TrashedNote = z.infer<typeof TrashedNote>

/** The notes of an article as they stood at some time. */
export const Snapshot = z.object({
  name: z.string(),
  takenAt: IsoTime,
  /** How many notes there were. */
  notes: z.int(),
  /** How many of them are gone or different now: what restoring it would bring back. */
  differing: z.int(),
})
export type Snapshot = z.infer<typeof Snapshot>

/** A note as it is listed among all notes of the library. */
export const NoteRow = z.object({
  id: NoteId,
  articleId: ArticleId,
  /** The article's headline and direction. */
  title: z.string(),
  direction: Direction,
  color: Color,
  tags: z.array(z.string()),
  /** The words it stands on, at most 240 characters of them; null for a note on the whole article. */
  quote: z.string().nullable(),
  /** At most 480 characters. */
  body: z.string(),
  /** It lost its place or is to be confirmed. */
  needsPlace: z.boolean(),
  createdAt: IsoTime,
  /**
   * The group it stands in: the article's id, the tag (empty for notes without one), the colour, or the day on which it was
   * made (`2026-10-05`, where the machine is).
   */
  group: z.string(),
})
export type NoteRow = z.infer<typeof NoteRow>

/** A note that links here, and the title of its article. */
export const Backlink = z.object({
  articleId: ArticleId,
  noteId: NoteId,
  title: z.string(),
  /** The beginning of the note, at most 240 characters. */
  body: z.string(),
  /** The note of this article that it links to; null where it links to the article. */
  toNote: NoteId.nullable(),
})
export type Backlink = z.infer<typeof Backlink>

/** What one article of a backup would do to the library. */
export const RestoreItem = z.object({
  id: ArticleId,
  title: z.string(),
  /** `conflict`: texts were changed both here and there; both will be kept. */
  effect: z.enum(['added', 'changed', 'conflict', 'same']),
})
export type RestoreItem = z.infer<typeof RestoreItem>

/** A backup that was read and waits for a yes. */
export const RestorePlan = z.object({
  restoreId: z.string(),
  name: z.string(),
  counts: z.object({ added: z.int(), changed: z.int(), conflict: z.int(), same: z.int() }),
  /** Those that are not the same, the first 500 of them. */
  items: z.array(RestoreItem),
  /** Entries of the zip that are no part of a library, or are damaged: left out. */
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
})
export type RestorePlan = z.infer<typeof RestorePlan>

/** How the library is to be had. */
export const LibraryState = z.object({
  /** Why nothing can be written, when nothing can. */
  readOnly: AppError.nullable(),
  /** How many articles have been looked at since the start, while they still are being. */
  reconciling: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** What happened and has not been put away. */
  incidents: z.int(),
})
export type LibraryState = z.infer<typeof LibraryState>

const nothing = z.object({})

function method<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } {
  return { input, output }
}

/** Answered by the library service, for the window and for the command line alike. */
export const libraryMethods = {
  /**
   * Articles in an order. A page goes on behind `after`, or behind the `skip` rows that follow it; `next` is where the next
   * page goes on, null at the end.
   */
  'article.list': method(
    z.object({
      filter: ListFilter,
      query: z.string(),
      sort: Sort,
      after: Cursor.nullable(),
      skip: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(ArticleSummary), total: z.int(), next: Cursor.nullable() }),
  ),
  /** In its newest version, unless another is named. */
  'article.open': method(z.object({ id: ArticleId, version: z.int().positive().optional() }), OpenArticle),
  /** The one article whose id begins with these characters. */
  'article.find': method(z.object({ idPrefix: z.string() }), z.object({ id: ArticleId })),
  'article.edit': method(z.object({ id: ArticleId, facts: Facts.partial() }), Article),
  /** Moves the article to the trash. */
  'article.remove': method(z.object({ id: ArticleId }), nothing),
  'article.restore': method(z.object({ id: ArticleId }), ArticleSummary),
  /** Two versions sentence by sentence, and what became of the notes' places. */
  'article.compare': method(
    z.object({ id: ArticleId, from: z.int().positive(), to: z.int().positive() }),
    Comparison,
  ),
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
  'note.edit': method(z.object({ articleId: ArticleId, id: NoteId, change: NoteChange }), PlacedNote),
  /** Changes, removes or takes back many notes of one article at once; answers those of them that are not in the trash. */
  'notes.edit': method(
    z.object({
      articleId: ArticleId,
      changes: z
        .array(z.object({ id: NoteId, change: NoteChange.extend({ isRemoved: z.boolean().optional() }) }))
        .min(1),
    }),
    z.object({ notes: z.array(PlacedNote) }),
  ),
  /**
   * Ends the keeping of several texts written at once: `body` is the one that stands from now on. With `otherBodies`, which
   * stand beside it again, that is taken back.
   */
  'note.choose': method(
    z.object({
      articleId: ArticleId,
      id: NoteId,
      body: z.string(),
      otherBodies: z.array(z.string()).optional(),
    }),
    PlacedNote,
  ),
  /**
   * What a note's body says while it is being typed. It is put where a crash of the app can't reach it (a power cut can), and
   * becomes the note's body at the next start unless `note.edit` came first.
   */
  'note.typing': method(z.object({ articleId: ArticleId, id: NoteId, body: z.string() }), nothing),
  'note.remove': method(z.object({ articleId: ArticleId, id: NoteId }), nothing),
  'note.restore': method(z.object({ articleId: ArticleId, id: NoteId }), PlacedNote),

  /** Where a note that lost its place may belong, the likeliest first: at most 3. */
  'note.candidates': method(
    z.object({ articleId: ArticleId, id: NoteId }),
    z.object({ candidates: z.array(z.object({ passage: Passage, score: z.number().min(0).max(1) })) }),
  ),
  /** All notes of the library, in groups; `skip` and `limit` count notes. A note with several tags stands in several groups. */
  'note.list': method(
    z.object({
      grouping: NotesGrouping,
      filter: NoteFilter,
      /** Words that the quotation, the body or a tag must have. */
      query: z.string(),
      skip: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(NoteRow), total: z.int() }),
  ),
  /** The tags of all notes, in the order of the alphabet, and on how many notes each stands. */
  'note.tags': method(nothing, z.object({ tags: z.array(z.object({ tag: Tag, notes: z.int() })) })),
  /** The one note whose id begins with these characters. */
  'note.find': method(z.object({ idPrefix: z.string() }), z.object({ articleId: ArticleId, id: NoteId })),
  /** The notes that link to an article or to one of its notes, newest first. */
  'note.backlinks': method(z.object({ articleId: ArticleId }), z.object({ links: z.array(Backlink) })),
  /** What `[[` and these characters may stand for: at most 8 of each kind. People are those of bylines and of other links. */
  'link.suggest': method(
    z.object({ query: z.string() }),
    z.object({ articles: z.array(ArticleSummary), notes: z.array(NoteRow), people: z.array(z.string()) }),
  ),

  /** Reads bytes handed in (base64) and keeps the draft until it is saved or discarded. `modified` is the file's date. */
  'import.read': method(
    z.object({ name: z.string().min(1), data: z.base64(), modified: z.iso.datetime().nullable() }),
    ImportedFile,
  ),
  /** Saves a draft as an article of its own, or as the newest version of one that is there. */
  'import.save': method(
    z.object({ draftId: z.string(), facts: Facts.partial(), versionOf: ArticleId.optional() }),
    ArticleSummary,
  ),
  'import.discard': method(z.object({ draftIds: z.array(z.string()) }), nothing),

  /** What was removed in the last 30 days, newest first, at most 1,000 of each. `article.restore` and `note.restore` bring it back. */
  'trash.list': method(nothing, z.object({ articles: z.array(TrashedArticle), notes: z.array(TrashedNote) })),
  /** Earlier states of an article's notes, newest first. */
  'snapshot.list': method(z.object({ articleId: ArticleId }), z.object({ snapshots: z.array(Snapshot) })),
  'snapshot.open': method(
    z.object({ articleId: ArticleId, name: z.string() }),
    z.object({ notes: z.array(PlacedNote) }),
  ),
  /** Brings back what the snapshot has and the article has no longer, or has otherwise; nothing newer is removed. */
  'snapshot.restore': method(
    z.object({ articleId: ArticleId, name: z.string() }),
    z.object({ notes: z.array(PlacedNote) }),
  ),

  'library.state': method(nothing, LibraryState),
  /** What happened to the library's files, newest first. */
  'incident.list': method(nothing, z.object({ incidents: z.array(Incident) })),
  'incident.dismiss': method(z.object({ ids: z.array(z.string()) }), nothing),
  /** Answers `many-gone`: were the articles removed on purpose? If not, they are looked for again. */
  'incident.answer': method(z.object({ id: z.string(), isOnPurpose: z.boolean() }), nothing),
  /** Checks every file; with `repair` mends what can be mended. */
  'library.verify': method(
    z.object({ repair: z.boolean() }),
    z.object({ articles: z.int(), files: z.int(), findings: z.array(Finding) }),
  ),
  /** Merges a backup that was read into the library. */
  'restore.apply': method(
    z.object({ restoreId: z.string() }),
    z.object({ added: z.int(), changed: z.int() }),
  ),
  'restore.discard': method(z.object({ restoreId: z.string() }), nothing),

  'settings.get': method(nothing, Settings),
  'settings.save': method(Settings.omit({ format: true }).partial(), Settings),
} as const

/** Answered by the library service for the main process and the command line only: they name files on the disk. */
export const hostMethods = {
  /** Writes the whole library into one zip. */
  'backup.write': method(z.object({ path: z.string() }), z.object({ articles: z.int(), bytes: z.int() })),
  'restore.read': method(z.object({ path: z.string() }), RestorePlan),
  /** Writes the notes of these articles as Markdown files into a folder; answers their paths. */
  'export.write': method(
    z.object({ folder: z.string(), ids: z.array(ArticleId).max(100) }),
    z.object({ files: z.array(z.object({ id: ArticleId, path: z.string() })) }),
  ),
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
  /** Asks for a file and writes the backup there; `path` is null when the person thought better of it. */
  'backup.save': method(nothing, z.object({ path: z.string().nullable(), articles: z.int() })),
  /** Asks for a backup and reads it; null when the person thought better of it. */
  'restore.choose': method(nothing, RestorePlan.nullable()),
  /** Shows a file or folder of the library in the system's file manager; `path` as an incident gives it. */
  'library.reveal': method(z.object({ path: z.string() }), nothing),
  /** Shows where a link leads and opens it in the browser when the person agrees. */
  'link.open': method(z.object({ href: z.string() }), nothing),
  /** Shows the article's folder in the system's file manager. */
  'article.reveal': method(z.object({ id: ArticleId }), nothing),
  /** Puts text on the clipboard, and beside it the same as HTML for programs that take it. */
  'clipboard.write': method(z.object({ text: z.string(), html: z.string().optional() }), nothing),
  /** What the list looked like last, for the first frame; the library's own answer replaces it. */
  'window.firstPage': method(
    nothing,
    z.object({ rows: z.array(ArticleSummary), total: z.int(), settings: Settings }).nullable(),
  ),
  /** The window is painted; answers which articles to open (files named on the command line), newest last. */
  'window.ready': method(nothing, z.object({ open: z.array(ArticleId), failed: z.array(AppError) })),
} as const

/** THE table of methods: everything that crosses the pipe. Input is always parsed with its schema. */
export const methods = { ...libraryMethods, ...hostMethods, ...windowMethods } as const

/** What the library service answers. */
export const serviceMethods = { ...libraryMethods, ...hostMethods } as const

export type ServiceMethod = keyof typeof serviceMethods
export type Method = keyof typeof methods
export type Input<M extends Method> = z.input<(typeof methods)[M]['input']>
export type Output<M extends Method> = z.output<(typeof methods)[M]['output']>

/** What the library tells the window without having been asked. */
export const LibraryEvent = z.discriminatedUnion('kind', [
  /** Added, corrected, read further, or its notes changed. */
  z.object({ kind: z.literal('article-changed'), summary: ArticleSummary }),
  z.object({ kind: z.literal('article-removed'), id: ArticleId }),
  /** A later edition came in, here or on another machine. */
  z.object({ kind: z.literal('version-added'), id: ArticleId, number: z.int() }),
  z.object({ kind: z.literal('note-changed'), articleId: ArticleId, note: PlacedNote }),
  z.object({ kind: z.literal('note-removed'), articleId: ArticleId, id: NoteId }),
  z.object({ kind: z.literal('settings-changed'), settings: Settings }),
  /** So many articles changed that the list is best asked for again. */
  z.object({ kind: z.literal('list-changed') }),
  z.object({ kind: z.literal('state-changed'), state: LibraryState }),
  /** Something that takes its time went on; `done` equals `total` at its end. */
  z.object({
    kind: z.literal('progress'),
    task: z.enum(['backup', 'restore']),
    done: z.int(),
    total: z.int(),
  }),
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
