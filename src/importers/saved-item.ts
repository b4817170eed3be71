import { fail, ok, type Result } from '../errors.ts'
import { IsoDate, IsoTime } from '../model/article.ts'
import type { Content, PictureName } from '../model/content.ts'
import { directionOf } from '../text/direction.ts'
import { detectLanguage } from '../text/language.ts'
import { clean, cutTo, paragraphsOf } from './clean-text.ts'
import { draftOf } from './draft.ts'
import type { CarriedNote, Entry } from './entry.ts'
import { contentOfHtml } from './html/content-of-html.ts'
import { madeText, type Passage } from './made-text.ts'
import { webAddress } from './services/address.ts'

/** What a service keeps of a page, book or text that was saved in it. */
export type SavedItem = {
  /** The importer's id, and what stands for a file's name. */
  importer: string
  name: string
  url: string | null
  title: string | null
  byline: string | null
  /** ISO date. */
  published: string | null
  language: string | null
  tags: readonly string[]
  description: string | null
  /** The text, where the service has it. */
  html: string | null
  /** The kept pictures by the `src`s that name them in `html`. */
  pictures?: ReadonlyMap<string, PictureName>
  /** In the order in which they are to stand where there is no text. */
  notes: readonly CarriedNote[]
  /** How quotations stand in a text that is made of them, by the keys of their notes. */
  passages?: ReadonlyMap<string, Passage>
  reading: Entry['reading']
  addedAt: string | null
}

/**
 * The article that a saved item comes to. Where the service has no text, the text is made of the description, the address
 * and the quotations of the notes, each in its place. What is not valid of the facts is left out.
 */
export function entryOfSaved(item: SavedItem): Result<Entry> {
  const url = webAddress(item.url)
  const notes = uniqueNotes(item.notes.map(cleanNote).filter(saysSomething))
  const { content, placed, isText } = textOf(item, url, notes)
  if (content.text === '') return fail({ code: 'text-missing', name: item.name })
  const language = languageOf(item.language) ?? (isText ? null : languageOfWords(item))
  const known = {
    title: clean(item.title),
    byline: clean(item.byline),
    agency: null,
    place: null,
    credit: null,
    published: IsoDate.safeParse(item.published).data ?? null,
    language,
    tags: tagsOf(item.tags),
    url,
    isOnlyLink: url !== null && !isText,
  }
  const readAs = { importer: item.importer, name: item.name, encoding: 'utf-8' }
  const draft = draftOf(known, content, readAs)
  return ok({
    // The words of an address are in no language, and its letters have no direction.
    draft: isText
      ? draft
      : { ...draft, direction: directionOf(wordsOf(item, content)), facts: { ...draft.facts, language } },
    notes: placed,
    reading: readingOf(item.reading),
    addedAt: IsoTime.safeParse(item.addedAt).data ?? null,
    pictures: [],
  })
}

function wordsOf({ title, url }: SavedItem, { text }: Content): string {
  return `${title ?? ''} ${text.replace(webAddress(url) ?? '', '')}`
}

type ItemText = { content: Content; placed: CarriedNote[]; isText: boolean }

function textOf(item: SavedItem, url: string | null, notes: CarriedNote[]): ItemText {
  if (item.html !== null) {
    const { html, pictures } = item
    const content = contentOfHtml(html, { url, ...(pictures === undefined ? {} : { pictures }) })
    if (content.text !== '') return { content, placed: notes, isText: true }
  }
  return { ...madeText(item, url, notes), isText: false }
}

/** As much as a note's body may have in the model. */
const longestBody = 1_000_000

function cleanNote(note: CarriedNote): CarriedNote {
  const exact = paragraphsOf(note.quote?.exact ?? null).join('\n\n')
  return {
    ...note,
    quote: note.quote === null || exact === '' ? null : { ...note.quote, exact },
    body: cutTo(clean(note.body) ?? '', longestBody),
    tags: tagsOf(note.tags),
    createdAt: IsoTime.safeParse(note.createdAt).data ?? null,
  }
}

function saysSomething({ quote, body, tags }: CarriedNote): boolean {
  return quote !== null || body !== '' || tags.length > 0
}

function uniqueNotes(notes: readonly CarriedNote[]): CarriedNote[] {
  const byKey = new Map<string, CarriedNote>()
  for (const note of notes) if (!byKey.has(note.key)) byKey.set(note.key, note)
  return [...byKey.values()]
}

/** As much as `Tag` in the model takes. */
const longestTag = 100

export function tagsOf(tags: readonly string[]): string[] {
  const lines = tags.map((tag) => cutTo((clean(tag) ?? '').replace(/\s+/g, ' '), longestTag).trim())
  return [...new Set(lines.filter((tag) => tag !== ''))]
}

/** Services write `fr_FR` as often as `fr-FR`. */
export function languageOf(language: string | null): string | null {
  const tag = (language ?? '').trim().replaceAll('_', '-')
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) ? tag : null
}

function languageOfWords({ title, description, notes }: SavedItem): string | null {
  const words = [title, description, ...notes.map(({ quote }) => quote?.exact)]
  return detectLanguage(words.filter((text) => text != null).join('\n'))
}

function readingOf(reading: Entry['reading']): Entry['reading'] {
  const { progress } = reading
  if (progress === undefined) return reading
  return { ...reading, progress: Number.isFinite(progress) ? Math.min(1, Math.max(0, progress)) : 0 }
}
