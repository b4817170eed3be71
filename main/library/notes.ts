import type { Input } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { type MergedNotes, mergeNote } from '../../src/merge/notes.ts'
import { partsOf } from '../../src/merge/parts.ts'
import {
  addNote,
  chooseBody,
  type Context,
  editNote,
  editReading,
  removeNote,
  restoreNote,
} from '../../src/merge/write.ts'
import type { Content, Span } from '../../src/model/content.ts'
import { type ArticleId, NoteId } from '../../src/model/ids.ts'
import type { Note, NotesFile, NoteText, PlacedNote, Reading } from '../../src/model/note.ts'
import { anchor } from '../../src/text/anchor.ts'
import { describe } from '../../src/text/describe.ts'
import { trimSpan } from '../../src/text/grapheme-span.ts'
import { findQuote } from '../../src/text/quote-match.ts'
import { surroundings } from '../../src/text/surroundings.ts'
import { fileError } from './keeper.ts'
import type { Library } from './library.ts'
import type { Change } from './revise.ts'
import { newestVersion, type Shelf } from './shelf.ts'

/** An article with the text of its newest version: what a note is put into. */
export type Page = { shelf: Shelf; content: Content }

/** The notes and the reading state of the library's articles. */
export class Notes {
  /** The page asked for last: what is being read is asked for at every note, and its content never changes. */
  private last: Page | null = null

  constructor(private readonly library: Library) {
    library.listen({ joined: (shelf, before) => void this.publishJoined(shelf, before) })
  }

  async page(articleId: ArticleId): Promise<Result<Page>> {
    const shelf = await this.library.shelf(articleId)
    if (!shelf.ok) return shelf
    if (this.last?.shelf === shelf.value) return ok(this.last)
    try {
      this.last = { shelf: shelf.value, content: await shelf.value.readContent() }
      return ok(this.last)
    } catch (error) {
      return fail(fileError(shelf.value.folder, error))
    }
  }

  async add(articleId: ArticleId, span: Span | null, text: NoteText): Promise<Result<PlacedNote>> {
    const page = await this.page(articleId)
    if (!page.ok) return page
    const { shelf, content } = page.value
    if (span !== null && span.end > content.text.length) return fail({ code: 'span-outside' })
    const words = span === null ? null : trimSpan(content.text, span)
    if (words !== null && words.start === words.end) return fail({ code: 'span-outside' })
    const { number } = newestVersion(shelf.original)
    const selector = words === null ? null : describe(content.text, words, number)
    const id = NoteId.parse(this.library.newId())
    return this.write(page.value, id, (context) => addNote(context, { id, selector, ...text }))
  }

  /** A note on words that are quoted; the `nth` place of them, counted from 1, where there are several. */
  async quote(input: Input<'note.quote'> & { articleId: ArticleId }): Promise<Result<PlacedNote>> {
    const page = await this.page(input.articleId)
    if (!page.ok) return page
    const span = chooseQuote(page.value.content.text, input.quote, input.nth)
    if (!span.ok) return span
    const { body = '', color = this.library.settings.value.color, tags = [] } = input
    return this.add(input.articleId, span.value, { body, color, tags })
  }

  /** Changes a note; one that is in the trash comes back with it. */
  async edit(articleId: ArticleId, id: NoteId, change: Change<NoteText>): Promise<Result<PlacedNote>> {
    return this.rewrite(articleId, id, (context) => editNote(context, id, change))
  }

  /** Of several texts that were written at once, the one that stands from now on. */
  async choose(articleId: ArticleId, id: NoteId, body: string): Promise<Result<PlacedNote>> {
    return this.rewrite(articleId, id, (context) => chooseBody(context, id, body))
  }

  async remove(articleId: ArticleId, id: NoteId): Promise<Result<Record<string, never>>> {
    const shelf = await this.library.shelf(articleId)
    if (!shelf.ok) return shelf
    if (!shelf.value.merged.notes.some((note) => note.id === id)) return fail({ code: 'note-unknown', id })
    const written = await this.library.write(shelf.value, (context) => removeNote(context, id))
    if (!written.ok) return written
    this.library.options.publish({ kind: 'note-removed', articleId, id })
    return ok({})
  }

  /** Takes a removed note back, as it was. */
  async restore(articleId: ArticleId, id: NoteId): Promise<Result<PlacedNote>> {
    return this.rewrite(articleId, id, (context) => restoreNote(context, id))
  }

  async saveReading(id: ArticleId, change: Change<Reading>): Promise<Result<Reading>> {
    const shelf = await this.library.shelf(id)
    if (!shelf.ok) return shelf
    const written = await this.library.write(shelf.value, (context) => editReading(context, change))
    return written.ok ? ok(shelf.value.merged.reading) : written
  }

  /** All notes of a page, those on the whole article first, then in the order of the text, lost ones last. */
  placed({ shelf, content }: Page): PlacedNote[] {
    return placeAll(content, shelf.merged.notes)
  }

  /** Writes many notes at once; answers all of them as they stand then. */
  async writeAll(page: Page, next: (context: Context) => NotesFile): Promise<Result<PlacedNote[]>> {
    const before = page.shelf.merged
    const written = await this.library.write(page.shelf, next)
    if (!written.ok) return written
    this.publishDifferences(page, before)
    return ok(this.placed(page))
  }

  private async rewrite(
    articleId: ArticleId,
    id: NoteId,
    next: (context: Context) => NotesFile,
  ): Promise<Result<PlacedNote>> {
    const page = await this.page(articleId)
    if (!page.ok) return page
    const { notes, removed } = page.value.shelf.merged
    const isKnown = [...notes, ...removed].some((note) => note.id === id)
    return isKnown ? this.write(page.value, id, next) : fail({ code: 'note-unknown', id })
  }

  private async write(
    page: Page,
    id: NoteId,
    next: (context: Context) => NotesFile,
  ): Promise<Result<PlacedNote>> {
    const written = await this.library.write(page.shelf, next)
    if (!written.ok) return written
    const merged = mergeNote(partsOf(page.shelf.files, id))
    if (merged === null || merged.removedAt !== null) return fail({ code: 'note-unknown', id }) // removed again meanwhile
    const placed = place(page.content, merged.note)
    this.library.options.publish({ kind: 'note-changed', articleId: page.shelf.id, note: placed })
    return ok(placed)
  }

  private async publishJoined(shelf: Shelf, before: MergedNotes): Promise<void> {
    const page = await this.page(shelf.id)
    if (page.ok) this.publishDifferences(page.value, before)
    else console.error('notes of another device:', page.error) // the next opening of the article says it
  }

  private publishDifferences({ shelf, content }: Page, before: MergedNotes): void {
    const { publish } = this.library.options
    const known = new Map(before.notes.map((note) => [note.id, JSON.stringify(note)]))
    for (const note of shelf.merged.notes) {
      if (known.get(note.id) !== JSON.stringify(note))
        publish({ kind: 'note-changed', articleId: shelf.id, note: place(content, note) })
      known.delete(note.id)
    }
    for (const id of known.keys()) publish({ kind: 'note-removed', articleId: shelf.id, id })
  }
}

/** Notes with their places, in the order of the text. */
export function placeAll(content: Content, notes: readonly Note[]): PlacedNote[] {
  return notes
    .map((note) => place(content, note))
    .sort((a, b) => order(a) - order(b) || (a.note.createdAt < b.note.createdAt ? -1 : 1))
}

function place(content: Content, note: Note): PlacedNote {
  return { note, anchor: note.selector === null ? null : anchor(content.text, note.selector) }
}

function order({ anchor }: PlacedNote): number {
  if (anchor === null) return -1
  return anchor.kind === 'lost' ? Infinity : anchor.span.start
}

function chooseQuote(text: string, quote: string, nth: number | null): Result<Span> {
  const spans = findQuote(text, quote)
  const [first, second] = spans
  if (first === undefined) return fail({ code: 'quote-missing', quote })
  if (nth === null) {
    if (second === undefined) return ok(first)
    const passages = spans.map((span) => ({ span, ...surroundings(text, span) }))
    return fail({ code: 'quote-ambiguous', quote, passages })
  }
  const chosen = spans[nth - 1]
  return chosen === undefined ? fail({ code: 'quote-nth', quote, nth, count: spans.length }) : ok(chosen)
}
