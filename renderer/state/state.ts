import type {
  ArticleSummary,
  Backlink,
  FeedEntryRow,
  FeedSummary,
  ImportedFile,
  LibraryEvent,
  LibraryState,
  ListFilter,
  NoteRow,
  OpenArticle,
  Output,
  RestorePlan,
  Snapshot,
} from '../../src/contract.ts'
import type { CollectionItem } from '../../src/model/collection.ts'
import type { Content, Span } from '../../src/model/content.ts'
import type { Incident } from '../../src/model/incident.ts'
import type { ArticleId, EntryId, FeedId, NoteId } from '../../src/model/ids.ts'
import type { Comparison } from '../../src/model/comparison.ts'
import type { Color, PlacedNote } from '../../src/model/note.ts'
import {
  type CopyFormat,
  defaultSettings,
  type NotesGrouping,
  type Settings,
} from '../../src/model/settings.ts'
import { emptyHistory, type History, type Step } from './history.ts'
import type { ImportedCollection, ImportedDraft } from './import-choice.ts'
import type { Intake } from './intake-pace.ts'
import { type ListStatus, noPages, type Pages } from './pages.ts'

export type Sheet =
  | 'add'
  | 'intake'
  | 'settings'
  | 'palette'
  | 'keys'
  | 'trash'
  | 'earlier'
  | 'incidents'
  | 'restore'
  | 'compare'
  | 'feeds'
export type NotesTab = 'notes' | 'info'

export type Toast = {
  readonly id: number
  /** A problem stays until it is dismissed; the rest goes by itself. */
  readonly kind: 'done' | 'problem'
  readonly text: string
  /** What the toast's Undo takes back; null where there is nothing to take back. */
  readonly step: Step | null
  /** Where there is more to see; null where the sentence is all. */
  readonly sheet: 'incidents' | null
}

/** Earlier states of one article's notes, and the one that is looked at. */
export type Earlier = {
  readonly articleId: ArticleId
  /** Newest first; null until they are known. */
  readonly snapshots: readonly Snapshot[] | null
  readonly chosen: string | null
  /** Those of the chosen one; null until they are known. */
  readonly notes: readonly PlacedNote[] | null
}

/** Where a note may belong in the version that is open. */
export type Candidates = {
  readonly noteId: NoteId
  readonly version: number
  /** The likeliest first; null until they are known. */
  readonly found: Output<'note.candidates'>['candidates'] | null
}

/** A note, and what it was grouped by when it was asked for. */
export type GroupedNote = NoteRow & { readonly grouping: NotesGrouping }

/** All notes of the library that fit `settings.noteFilter` and `sought`, grouped by `settings.notesGrouping`. */
export type Notebook = {
  readonly pages: Pages<GroupedNote>
  readonly status: ListStatus
  /** The words typed, and those that notes must have: the same after a moment. */
  readonly query: string
  readonly sought: string
  /** The tags there are, for the filter. */
  readonly tags: Output<'note.tags'>['tags']
}

/** What is followed, and of it the entries that `chosen` and `isNewOnly` ask for. */
export type Feeds = {
  /** In the order of their titles; null until they are known. */
  readonly all: readonly FeedSummary[] | null
  /** The one whose entries are shown; null for those of all. */
  readonly chosen: FeedId | null
  readonly isNewOnly: boolean
  readonly pages: Pages<FeedEntryRow>
  readonly status: ListStatus
  /** Entries whose articles are being made. */
  readonly keeping: ReadonlySet<EntryId>
  /** Whether the feeds are being asked what is new, and whether an address is being looked for. */
  readonly isChecking: boolean
  readonly isAdding: boolean
}

/** What would come in of the collection that is looked over. */
export type Items = {
  readonly of: ImportedCollection | null
  readonly pages: Pages<CollectionItem>
  readonly status: ListStatus
}

/** Work that takes its time. */
export type Progress = Omit<Extract<LibraryEvent, { kind: 'progress' }>, 'kind'>

/** The body being written. `saved` is said only after the library has answered. */
export type Typing = {
  readonly noteId: NoteId
  readonly body: string
  readonly status: 'typing' | 'saving' | 'saved' | 'failed'
}

/** A highlight that the library has yet to answer for. Its words are painted and nothing else tells of it. */
export type PendingHighlight = {
  readonly content: Content
  readonly span: Span
  readonly color: Color
}

/** What the reader pane lets others ask of it; it registers itself when it is mounted. */
export type ReaderHandle = {
  /** Highlights the selection, or the paragraph in focus where nothing is selected; without a colour, in the last one used. */
  highlight(color?: Color): Promise<unknown>
  /** Highlights if needed and opens the note for writing. */
  note(): Promise<void>
  /** Highlights if needed and puts the focus into its tags. */
  tag(): Promise<void>
  /** The next paragraph, or, after `sentence`, the next sentence. */
  next(): void
  previous(): void
  /** Narrows the focus to the first sentence of the paragraph; again: the next sentence. */
  sentence(): void
  /** Sets the focus to the next whole quotation from here on. */
  quotation(): void
  /** Of the notes that share words with the active one, or else with what is in focus, makes the next one active. */
  nextHere(): void
  /** Puts the selection, or the passage in focus, on the clipboard as a quotation with its source. */
  copyQuote(format: CopyFormat): void
  /** Opens the bar in which words of the article are sought. */
  find(): void
  /** Gives a note the words that are selected or in focus for its place. */
  attach(id: NoteId): Promise<void>
  removeActive(): void
  /** Scrolls to the words a note stands on; to the top for a note on the whole article. */
  showPassage(id: NoteId): void
}

/** All that the window shows. Only the actions beside this file change it. */
export type State = {
  /** The articles that fit filter and query, as far as they are loaded. */
  readonly list: Pages
  readonly filter: ListFilter
  readonly query: string
  readonly listStatus: ListStatus
  readonly isSortMenuOpen: boolean
  readonly library: LibraryState
  readonly notebook: Notebook
  readonly feeds: Feeds

  /** The article asked for; `open` follows when the library has answered. */
  readonly openId: ArticleId | null
  readonly open: OpenArticle | null
  /** The note whose card and passage are in focus. */
  readonly activeNoteId: NoteId | null
  readonly hoveredNoteId: NoteId | null
  readonly pending: readonly PendingHighlight[]
  readonly editingNoteId: NoteId | null
  readonly typing: Typing | null
  readonly notesTab: NotesTab
  readonly reader: ReaderHandle | null

  readonly settings: Settings
  readonly imports: readonly ImportedFile[]
  /** The same pages as another reader reads them, by the ids of the drafts in `imports`. */
  readonly otherReadings: Readonly<Record<string, ImportedDraft>>
  /** What stands in the adding sheet's field for an address. */
  readonly address: string
  /** What is being read for the adding sheet, in words; null when nothing is. */
  readonly importProgress: string | null
  readonly items: Items
  /** Collections that are being taken in, were, or wait to be gone on with; the oldest first. */
  readonly intakes: readonly Intake[]
  /** The one that its sheet shows. */
  readonly shownIntake: string | null
  /** What has been asked for that takes its time, by its method and the article's id (`askedFor`). */
  readonly asked: ReadonlySet<string>
  /** Work on the whole library that is under way. */
  readonly progress: Progress | null
  readonly sheet: Sheet | null
  /** Whether the notes' passages are left unpainted for now. */
  readonly arePassagesHidden: boolean
  /** The notes chosen in the notes pane, to be changed together. */
  readonly chosenNotes: ReadonlySet<NoteId>
  readonly candidates: Candidates | null
  /** What `[[` and these characters may stand for; null while no link is being written. */
  readonly links: { readonly query: string; readonly found: Output<'link.suggest'> | null } | null
  /** The parts before and after the open article in the work that it is a part of. */
  readonly beside: Output<'article.beside'>
  /** The notes of other articles that link to the open one. */
  readonly backlinks: readonly Backlink[]
  /** What the sheets of these names show; null until it is known. */
  readonly comparison: { readonly articleId: ArticleId; readonly of: Comparison } | null
  readonly trash: Output<'trash.list'> | null
  readonly earlier: Earlier | null
  readonly incidents: readonly Incident[] | null
  readonly restore: { readonly plan: RestorePlan; readonly isMerging: boolean } | null
  /** The window is too narrow for the notes pane beside the text; it then lies over the text when asked for. */
  readonly isNarrow: boolean
  readonly areNotesOver: boolean
  /** Articles that fit what is typed into the palette. */
  readonly found: readonly ArticleSummary[]
  readonly toasts: readonly Toast[]
  /** What a screen reader is told, without a toast; a new id says the same words once more. */
  readonly announcement: { readonly id: number; readonly text: string }
  readonly history: History
}

export const initialState: State = {
  list: noPages,
  filter: 'all',
  query: '',
  listStatus: 'loading',
  isSortMenuOpen: false,
  library: { readOnly: null, reconciling: null, incidents: 0 },
  notebook: { pages: noPages, status: 'loading', query: '', sought: '', tags: [] },
  feeds: {
    all: null,
    chosen: null,
    isNewOnly: true,
    pages: noPages,
    status: 'loading',
    keeping: new Set(),
    isChecking: false,
    isAdding: false,
  },
  openId: null,
  open: null,
  activeNoteId: null,
  hoveredNoteId: null,
  pending: [],
  editingNoteId: null,
  typing: null,
  notesTab: 'notes',
  reader: null,
  settings: defaultSettings,
  imports: [],
  otherReadings: {},
  address: '',
  importProgress: null,
  items: { of: null, pages: noPages, status: 'loading' },
  intakes: [],
  shownIntake: null,
  asked: new Set(),
  progress: null,
  sheet: null,
  arePassagesHidden: false,
  chosenNotes: new Set(),
  candidates: null,
  links: null,
  beside: { previous: null, next: null },
  backlinks: [],
  comparison: null,
  trash: null,
  earlier: null,
  incidents: null,
  restore: null,
  isNarrow: false,
  areNotesOver: false,
  found: [],
  toasts: [],
  announcement: { id: 0, text: '' },
  history: emptyHistory,
}
