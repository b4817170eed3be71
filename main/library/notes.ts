import type { Input } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import type { Content, Span } from '../../src/model/content.ts'
import { type ArticleId, NoteId } from '../../src/model/ids.ts'
import { Note, type NotesFile, type NoteText, type Reading, type PlacedNote } from '../../src/model/note.ts'
import { anchor } from '../../src/text/anchor.ts'
import { describe } from '../../src/text/describe.ts'
import { trimSpan } from '../../src/text/grapheme-span.ts'
import { findQuote } from '../../src/text/quote-match.ts'
import { surroundings } from '../../src/text/surroundings.ts'
import { fileError } from './keeper.ts'
import type { Library } from './library.ts'
import { type Change, revise } from './revise.ts'
import { newestVersion, notesOf, readContent, type Shelf } from './shelf.ts'

/** An article with the text of its newest version: what a note is put into. */
export type Page = { shelf: Shelf; version: number; content: Content }

/** The notes and the reading state of the library's articles. */
export class Notes {
  /** The page asked for last: what is being read is asked for at every note, and its content never changes. */
  private last: Page | null = null

  constructor(private readonly library: Library) {}

  async page(articleId: ArticleId): Promise<Result<Page>> {
    const found = this.library.find(articleId)
    if (!found.ok) return found
    const version = newestVersion(found.value.article.value)
    if (this.last?.shelf === found.value && this.last.version === version) return ok(this.last)
    try {
      this.last = { shelf: found.value, version, content: await readContent(found.value) }
      return ok(this.last)
    } catch (error) {
      return fail(fileError(found.value.folder, error))
    }
  }

  async add(articleId: ArticleId, span: Span | null, text: NoteText): Promise<Result<PlacedNote>> {
    const page = await this.page(articleId)
    if (!page.ok) return page
    const { version, content } = page.value
    if (span !== null && span.end > content.text.length) return fail({ code: 'span-outside' })
    const words = span === null ? null : trimSpan(content.text, span)
    if (words !== null && words.start === words.end) return fail({ code: 'span-outside' })
    const now = this.library.options.clock()
    const note: Note = {
      id: NoteId.parse(this.library.newId()),
      articleId,
      selector: words === null ? null : describe(content.text, words, version),
      ...text,
      createdAt: now,
      updatedAt: now,
    }
    return this.put(page.value, note)
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

  async edit(articleId: ArticleId, id: NoteId, change: Change<NoteText>): Promise<Result<PlacedNote>> {
    return this.rewrite(articleId, id, change)
  }

  async remove(articleId: ArticleId, id: NoteId): Promise<Result<Record<string, never>>> {
    const found = this.library.find(articleId)
    if (!found.ok) return found
    const note = notesOf(found.value).notes.find((candidate) => candidate.id === id)
    if (note === undefined) return fail({ code: 'note-unknown', id })
    const removed = { ...note, removedAt: this.timeAfter(note.updatedAt) }
    const changed = await found.value.own.change((own) => ({
      ...without(own, id),
      removed: [...without(own, id).removed, removed],
    }))
    if (!changed.ok) return changed
    this.library.options.publish({ kind: 'note-removed', articleId, id })
    this.library.publishArticle(found.value)
    return ok({})
  }

  /** Takes a removed note back, as it was. */
  async restore(articleId: ArticleId, id: NoteId): Promise<Result<PlacedNote>> {
    return this.rewrite(articleId, id, {})
  }

  async saveReading(id: ArticleId, change: Change<Reading>): Promise<Result<Reading>> {
    const found = this.library.find(id)
    if (!found.ok) return found
    const reading = revise(notesOf(found.value).reading, change)
    const changed = await found.value.own.change((own) => ({ ...own, reading }))
    if (!changed.ok) return changed
    this.library.publishArticle(found.value)
    return ok(reading)
  }

  /** All notes of a page, those on the whole article first, then in the order of the text, lost ones last. */
  placed({ shelf, content }: Page): PlacedNote[] {
    return notesOf(shelf)
      .notes.map((note) => place(content, note))
      .sort((a, b) => order(a) - order(b) || (a.note.createdAt < b.note.createdAt ? -1 : 1))
  }

  private async rewrite(
    articleId: ArticleId,
    id: NoteId,
    change: Change<NoteText>,
  ): Promise<Result<PlacedNote>> {
    const page = await this.page(articleId)
    if (!page.ok) return page
    const { notes, removed } = notesOf(page.value.shelf)
    const known = [...notes, ...removed].find((candidate) => candidate.id === id)
    if (known === undefined) return fail({ code: 'note-unknown', id })
    const note = Note.parse(known) // drops `removedAt`
    return this.put(page.value, {
      ...revise<Note>(note, change),
      updatedAt: this.timeAfter(lastTouched(known)),
    })
  }

  /** Now; but where another device's clock runs ahead, later than what it wrote, so that the last word is the last. */
  private timeAfter(time: string): string {
    const now = this.library.options.clock()
    return now > time ? now : new Date(Date.parse(time) + 1).toISOString()
  }

  private async put(page: Page, note: Note): Promise<Result<PlacedNote>> {
    const changed = await page.shelf.own.change((own) => ({
      ...without(own, note.id),
      notes: [...without(own, note.id).notes, note],
    }))
    if (!changed.ok) return changed
    const placed = place(page.content, note)
    this.library.options.publish({ kind: 'note-changed', articleId: note.articleId, note: placed })
    this.library.publishArticle(page.shelf)
    return ok(placed)
  }
}

function lastTouched(note: Note | NotesFile['removed'][number]): string {
  return 'removedAt' in note ? note.removedAt : note.updatedAt
}

function place(content: Content, note: Note): PlacedNote {
  return { note, anchor: note.selector === null ? null : anchor(content.text, note.selector) }
}

function order({ anchor }: PlacedNote): number {
  if (anchor === null) return -1
  return anchor.kind === 'lost' ? Infinity : anchor.span.start
}

function without(file: NotesFile, id: NoteId): NotesFile {
  return {
    ...file,
    notes: file.notes.filter((note) => note.id !== id),
    removed: file.removed.filter((note) => note.id !== id),
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
