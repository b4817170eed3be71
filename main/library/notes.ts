import type { Input, Output } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { type MergedNotes, mergeNote } from '../../src/merge/notes.ts'
import { partsOf } from '../../src/merge/parts.ts'
import {
  addNote,
  keepBodies,
  type Context,
  editNote,
  editNotes,
  editReading,
  type NoteEditing,
  removeNote,
  restoreNote,
} from '../../src/merge/write.ts'
import type { Span } from '../../src/model/content.ts'
import { type ArticleId, NoteId } from '../../src/model/ids.ts'
import type { NoteChange, NotesFile, NoteText, PlacedNote, Reading } from '../../src/model/note.ts'
import { candidates } from '../../src/text/anchor.ts'
import { describe } from '../../src/text/describe.ts'
import { trimSpan } from '../../src/text/grapheme-span.ts'
import { findQuote } from '../../src/text/quote-match.ts'
import { surroundings } from '../../src/text/surroundings.ts'
import { fileError } from './keeper.ts'
import type { Library } from './library.ts'
import { openPage, type Page, placedNotes, placeNote } from './page.ts'
import type { Change } from './revise.ts'
import type { Shelf } from './shelf.ts'

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
    if (this.last?.shelf === shelf.value && this.last.version.number === shelf.value.newest.number)
      return ok(this.last)
    try {
      this.last = await openPage(shelf.value)
      return ok(this.last)
    } catch (error) {
      return fail(fileError(shelf.value.folder, error))
    }
  }

  async add(articleId: ArticleId, span: Span | null, text: NoteText): Promise<Result<PlacedNote>> {
    const page = await this.page(articleId)
    if (!page.ok) return page
    const { content, version } = page.value
    if (span !== null && span.end > content.text.length) return fail({ code: 'span-outside' })
    const words = span === null ? null : trimSpan(content.text, span)
    if (words !== null && words.start === words.end) return fail({ code: 'span-outside' })
    const selector = words === null ? null : describe(content, words, version.number)
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
  async edit(articleId: ArticleId, id: NoteId, change: NoteChange): Promise<Result<PlacedNote>> {
    return this.rewrite(articleId, id, (context) => editNote(context, id, change))
  }

  /** Changes, removes and takes back many notes; answers those of them that are there then. */
  async editAll(articleId: ArticleId, changes: readonly NoteEditing[]): Promise<Result<PlacedNote[]>> {
    const page = await this.page(articleId)
    if (!page.ok) return page
    const { notes, removed } = page.value.shelf.merged
    const known = new Set([...notes, ...removed].map(({ id }) => id))
    const unknown = changes.find(({ id }) => !known.has(id))
    if (unknown !== undefined) return fail({ code: 'note-unknown', id: unknown.id })
    const written = await this.writeAll(page.value, (context) => editNotes(context, changes))
    if (!written.ok) return written
    const changed = new Set(changes.map(({ id }) => id))
    return ok(written.value.filter(({ note }) => changed.has(note.id)))
  }

  /** Where a note may belong that lost its place. */
  async candidates(articleId: ArticleId, id: NoteId): Promise<Result<Output<'note.candidates'>>> {
    const page = await this.page(articleId)
    if (!page.ok) return page
    const { shelf, content } = page.value
    const selector = shelf.merged.notes.find((note) => note.id === id)?.selector
    if (selector === undefined) return fail({ code: 'note-unknown', id })
    const found = selector === null ? [] : candidates(content, selector)
    return ok({
      candidates: found.map(({ span, score }) => ({
        passage: { span, ...surroundings(content.text, span) },
        score,
      })),
    })
  }

  /** Of several texts that were written at once, the one that stands from now on; or all of them again, it first. */
  async choose(articleId: ArticleId, id: NoteId, bodies: readonly string[]): Promise<Result<PlacedNote>> {
    return this.rewrite(articleId, id, (context) => keepBodies(context, id, bodies))
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

  /** Writes many notes at once; answers all of them as they stand then. */
  async writeAll(page: Page, next: (context: Context) => NotesFile): Promise<Result<PlacedNote[]>> {
    const before = page.shelf.merged
    const written = await this.library.write(page.shelf, next)
    if (!written.ok) return written
    this.publishDifferences(page, before)
    return ok(placedNotes(page))
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
    const placed = placeNote(page, merged.note)
    this.library.options.publish({ kind: 'note-changed', articleId: page.shelf.id, note: placed })
    return ok(placed)
  }

  private async publishJoined(shelf: Shelf, before: MergedNotes): Promise<void> {
    const page = await this.page(shelf.id)
    if (page.ok) this.publishDifferences(page.value, before)
    else console.error('notes of another device:', page.error) // the next opening of the article says it
  }

  private publishDifferences(page: Page, before: MergedNotes): void {
    const { shelf } = page
    const { publish } = this.library.options
    const known = new Map(before.notes.map((note) => [note.id, JSON.stringify(note)]))
    for (const note of shelf.merged.notes) {
      if (known.get(note.id) !== JSON.stringify(note))
        publish({ kind: 'note-changed', articleId: shelf.id, note: placeNote(page, note) })
      known.delete(note.id)
    }
    for (const id of known.keys()) publish({ kind: 'note-removed', articleId: shelf.id, id })
  }
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
