import type {
  ArticleSummary,
  ImportedFile,
  LibraryEvent,
  LibraryState,
  ListFilter,
  OpenArticle,
  Output,
  RestorePlan,
  Snapshot,
} from '../../src/contract.ts'
import type { Incident } from '../../src/model/incident.ts'
import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import type { Color, PlacedNote } from '../../src/model/note.ts'
import { defaultSettings, type Settings } from '../../src/model/settings.ts'
import { emptyHistory, type History, type Step } from './history.ts'
import { noPages, type Pages } from './pages.ts'

export type Sheet = 'add' | 'settings' | 'palette' | 'keys' | 'trash' | 'earlier' | 'incidents' | 'restore'
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

/** Work that takes its time. */
export type Progress = Omit<Extract<LibraryEvent, { kind: 'progress' }>, 'kind'>

/** The body being written. `saved` is said only after the library has answered. */
export type Typing = {
  readonly noteId: NoteId
  readonly body: string
  readonly status: 'typing' | 'saving' | 'saved' | 'failed'
}

/** What the reader pane lets others ask of it; it registers itself when it is mounted. */
export type ReaderHandle = {
  /** Highlights the selection, or the paragraph in focus where nothing is selected; without a colour, in the last one used. */
  highlight(color?: Color): Promise<unknown>
  /** Highlights if needed and opens the note for writing. */
  note(): Promise<void>
  /** Highlights if needed and puts the focus into its tags. */
  tag(): Promise<void>
  nextParagraph(): void
  previousParagraph(): void
  /** Puts the selection, or the passage in focus, on the clipboard as a quotation with its source. */
  copyQuote(): void
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
  readonly listStatus: 'loading' | 'ready' | 'failed'
  readonly isSortMenuOpen: boolean
  readonly library: LibraryState

  /** The article asked for; `open` follows when the library has answered. */
  readonly openId: ArticleId | null
  readonly open: OpenArticle | null
  /** The note whose card and passage are in focus. */
  readonly activeNoteId: NoteId | null
  readonly hoveredNoteId: NoteId | null
  readonly editingNoteId: NoteId | null
  readonly typing: Typing | null
  readonly notesTab: NotesTab
  readonly reader: ReaderHandle | null

  readonly settings: Settings
  readonly imports: readonly ImportedFile[]
  /** Files being read for the adding sheet; null when none are. */
  readonly importProgress: { readonly done: number; readonly total: number } | null
  /** Work on the whole library that is under way. */
  readonly progress: Progress | null
  readonly sheet: Sheet | null
  /** What the sheets of these names show; null until it is known. */
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
  openId: null,
  open: null,
  activeNoteId: null,
  hoveredNoteId: null,
  editingNoteId: null,
  typing: null,
  notesTab: 'notes',
  reader: null,
  settings: defaultSettings,
  imports: [],
  importProgress: null,
  progress: null,
  sheet: null,
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
