import { z } from 'zod'
import { AppError, Passage } from './errors.ts'
import { Article, Draft, Facts, IsoDate, IsoTime, Part, Tag } from './model/article.ts'
import { Comparison } from './model/comparison.ts'
import { CollectionItem, CollectionPlan, IntakeOptions, IntakeProgress, Skipped } from './model/collection.ts'
import { Content, Direction, PictureName, Span } from './model/content.ts'
import { ArticleId, EntryId, FeedId, NoteId } from './model/ids.ts'
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
  /** The larger work it is a part of. */
  part: Part.nullable(),
  /** Only the address was saved; the page itself has not been loaded. */
  isOnlyLink: z.boolean(),
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
  /** The kept pictures of its figures, by the addresses they were loaded from. */
  pictures: z.record(z.string(), PictureName),
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

/**
 * One file of what was handed in: a story's draft, waiting to be corrected and saved; a collection, waiting to be taken in; or
 * why there is neither.
 */
export const ImportedFile = z.union([
  z.object({
    name: z.string(),
    bytes: z.int(),
    draftId: z.string(),
    draft: Draft,
    /** What the importer is called among people. */
    label: z.string(),
    /** How many notes come along with it. */
    notes: z.int(),
    /** The likeliest first, at most 3; empty where the story is new. */
    known: z.array(KnownStory),
  }),
  z.object({ name: z.string(), bytes: z.int(), collectionId: z.string(), plan: CollectionPlan }),
  z.object({ name: z.string(), error: AppError }),
])
export type ImportedFile = z.infer<typeof ImportedFile>

/** What became of a collection that was taken in. */
export const IntakeReport = z.object({
  progress: IntakeProgress,
  /** The items that did not come in, or not whole. */
  failures: z.array(z.object({ index: z.int(), title: z.string(), error: AppError })),
  skipped: z.array(Skipped),
  unplaced: z.array(z.string()),
})
export type IntakeReport = z.infer<typeof IntakeReport>

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

/** A feed that is followed. */
export const FeedSummary = z.object({
  id: FeedId,
  url: z.url(),
  title: z.string(),
  siteUrl: z.url().nullable(),
  folders: z.array(z.string()),
  /** How many of its entries were not put away. */
  fresh: z.int(),
  /** When it was asked last; null where it never was on this machine. */
  checkedAt: IsoTime.nullable(),
  /** Why it could not be read then. */
  error: AppError.nullable(),
})
export type FeedSummary = z.infer<typeof FeedSummary>

/** An entry of a feed, as it is listed. */
export const FeedEntryRow = z.object({
  id: EntryId,
  feedId: FeedId,
  feedTitle: z.string(),
  title: z.string(),
  byline: z.string().nullable(),
  url: z.url().nullable(),
  publishedAt: IsoTime.nullable(),
  language: z.string().nullable(),
  direction: Direction,
  /** At most 240 characters. */
  excerpt: z.string(),
  /** Whether the feed has the whole text, so that nothing needs to be loaded. */
  hasText: z.boolean(),
  /** Put away, or kept. */
  isSeen: z.boolean(),
})
export type FeedEntryRow = z.infer<typeof FeedEntryRow>

/** What asking the feeds came to. */
export const FeedCheck = z.object({
  checked: z.int(),
  /** Entries that were not there before. */
  found: z.int(),
  failed: z.array(z.object({ id: FeedId, title: z.string(), error: AppError })),
})
export type FeedCheck = z.infer<typeof FeedCheck>

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
  /** The parts before and after an article in the work it is a part of, of those that are there; null where there is none. */
  'article.beside': method(
    z.object({ id: ArticleId }),
    z.object({ previous: ArticleSummary.nullable(), next: ArticleSummary.nullable() }),
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

  /**
   * Takes a part of a file's bytes (base64, at most a million bytes) and answers what the file is to be called in the next call;
   * null begins one. What nobody reads within ten minutes is forgotten.
   */
  'import.hand': method(
    z.object({ transferId: z.string().nullable(), data: z.base64() }),
    z.object({ transferId: z.string() }),
  ),
  /**
   * Reads a file that was handed in and keeps what it is until it is saved or discarded. `modified` is the file's date;
   * `importer` forces a format.
   */
  'import.read': method(
    z.object({
      name: z.string().min(1),
      transferId: z.string(),
      modified: z.iso.datetime().nullable(),
      importer: z.string().optional(),
    }),
    ImportedFile,
  ),
  /** Loads a page, feed or file from its address and reads it as if it had been handed in. */
  'import.load': method(z.object({ url: z.string(), importer: z.string().optional() }), ImportedFile),
  /** Reads a draft's page once more with another reader; both drafts are kept. */
  'import.reread': method(
    z.object({ draftId: z.string(), importer: z.enum(['web-page', 'web-page-defuddle']) }),
    ImportedFile,
  ),
  /** What of a collection would come in. */
  'import.items': method(
    z.object({
      collectionId: z.string(),
      skip: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(CollectionItem) }),
  ),
  /** Saves a draft as an article of its own, or as the newest version of one that is there. */
  'import.save': method(
    z.object({ draftId: z.string(), facts: Facts.partial(), versionOf: ArticleId.optional() }),
    ArticleSummary,
  ),
  /** Lets drafts and collections go. */
  'import.discard': method(z.object({ ids: z.array(z.string()) }), nothing),

  /** Begins to take in a collection, or of it the items of these indices. What goes on is told by events. */
  'intake.start': method(
    z.object({
      collectionId: z.string(),
      options: IntakeOptions,
      indices: z.array(z.int().nonnegative()).optional(),
    }),
    IntakeProgress,
  ),
  /** Ends it after the article that is being written; those that came in stay. */
  'intake.cancel': method(z.object({ id: z.string() }), IntakeProgress),
  /** Those that are running, that ended since the start, and that an earlier run of Lectern left unfinished. */
  'intake.list': method(nothing, z.object({ intakes: z.array(IntakeProgress) })),
  'intake.report': method(z.object({ id: z.string() }), IntakeReport),
  /** Goes on with one that was interrupted or cancelled; of one that ended, tries the items again that failed. */
  'intake.resume': method(z.object({ id: z.string() }), IntakeProgress),
  /** Forgets one that is not running, and its report. */
  'intake.forget': method(z.object({ id: z.string() }), nothing),

  /** Loads the page of an article's address, and adds it as the newest version where it is another text. */
  'article.load': method(z.object({ id: ArticleId }), ArticleSummary),
  /** Reads the newest version's page as it was kept once more, with this reader, and adds what comes of it as a version. */
  'article.reread': method(
    z.object({ id: ArticleId, importer: z.enum(['web-page', 'web-page-defuddle']) }),
    ArticleSummary,
  ),
  /** Loads the pictures of an article's newest version that are not kept yet, and keeps them. */
  'article.keepPictures': method(
    z.object({ id: ArticleId }),
    z.object({ pictures: z.record(z.string(), PictureName), failed: z.array(AppError) }),
  ),

  /** In the order of their titles. */
  'feed.list': method(nothing, z.object({ feeds: z.array(FeedSummary) })),
  /** Follows the feed at an address, or the one that the page there names; one that is followed is answered as it is. */
  'feed.add': method(z.object({ url: z.string() }), FeedSummary),
  'feed.remove': method(z.object({ id: FeedId }), nothing),
  /** Takes a removal back. */
  'feed.restore': method(z.object({ id: FeedId }), FeedSummary),
  /** Asks these feeds, or all of them, what is new; how far it is, `progress` tells. Nothing else ever asks them. */
  'feed.check': method(z.object({ ids: z.array(FeedId).optional() }), FeedCheck),
  /** Ends the asking: what has been answered by then stays. */
  'feed.stop': method(nothing, nothing),
  /** Of one feed or of all of them feed by feed, the one with the newest entry first; in each, the newest first. */
  'feed.entries': method(
    z.object({
      feedId: FeedId.nullable(),
      isNewOnly: z.boolean(),
      skip: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(FeedEntryRow), total: z.int() }),
  ),
  /** Puts entries away, or takes that back. */
  'feed.mark': method(z.object({ entryIds: z.array(EntryId), isSeen: z.boolean() }), nothing),
  /** Puts away all that is new in one feed or in all of them; answers what that was. */
  'feed.markAll': method(z.object({ feedId: FeedId.nullable() }), z.object({ entryIds: z.array(EntryId) })),
  /**
   * Makes an article of an entry: with `loadsPage` of its page, else, or where that can't be had, of what the feed says. One that
   * was kept before is answered as it is.
   */
  'feed.keep': method(z.object({ entryId: EntryId, loadsPage: z.boolean() }), ArticleSummary),
  /** Follows all feeds of a reading list (OPML, at most 5 MB, base64); none of them is asked for anything. */
  'feed.import': method(
    z.object({ name: z.string(), data: z.base64().max(7_000_000) }),
    z.object({ added: z.int(), known: z.int() }),
  ),
  /** The feeds as a reading list. */
  'feed.export': method(nothing, z.object({ opml: z.string() })),

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
  /** As `import.read`, for a file on the disk. */
  'import.readFile': method(z.object({ path: z.string(), importer: z.string().optional() }), ImportedFile),
  /** Writes the notes of these articles as Markdown files into a folder; answers their paths. */
  'export.write': method(
    z.object({ folder: z.string(), ids: z.array(ArticleId).max(100) }),
    z.object({ files: z.array(z.object({ id: ArticleId, path: z.string() })) }),
  ),
} as const

/** What files and addresses that were named to the app came to. */
export const Arrivals = z.object({
  /** Articles to open, the newest last. */
  open: z.array(ArticleId),
  failed: z.array(AppError),
  /** Collections, which are looked over before they are taken in. */
  collections: z.array(ImportedFile),
  /** Addresses that a page asks to be added (`lectern://add?url=`): nothing is loaded before the person says so. */
  addresses: z.array(z.string()),
})
export type Arrivals = z.infer<typeof Arrivals>

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
  /** Asks for a file and writes the reading list there; `path` is null when the person thought better of it. */
  'feed.save': method(nothing, z.object({ path: z.string().nullable() })),
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
  /** The window is painted; answers what was named at the start: files and addresses. */
  'window.ready': method(nothing, Arrivals),
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
  /** Feeds were followed, removed or asked, or entries put away or kept. */
  z.object({ kind: z.literal('feeds-changed') }),
  /** Something that takes its time went on; `done` equals `total` at its end. */
  z.object({
    kind: z.literal('progress'),
    task: z.enum(['backup', 'restore', 'feeds']),
    done: z.int(),
    total: z.int(),
  }),
  z.object({ kind: z.literal('intake'), progress: IntakeProgress }),
  /** Pictures of an article were kept. */
  z.object({
    kind: z.literal('pictures-kept'),
    id: ArticleId,
    pictures: z.record(z.string(), PictureName),
  }),
])
export type LibraryEvent = z.infer<typeof LibraryEvent>

/** What the application menu and a second start of the app ask of the window. */
export const WindowCommand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('menu'), command: z.string() }),
  z.object({ kind: z.literal('arrived'), arrivals: Arrivals }),
])
export type WindowCommand = z.infer<typeof WindowCommand>

export type BridgeEvent = LibraryEvent | WindowCommand

/** What the preload puts on `window.bridge`: one way to ask and one way to listen. */
export type Bridge = {
  call(method: Method, input: unknown): Promise<unknown>
  /** Answers a function that stops the listening. */
  listen(listener: (event: BridgeEvent) => void): () => void
}
