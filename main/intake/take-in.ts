import { z } from 'zod'
import type { ArticleSummary } from '../../src/contract.ts'
import { fail, ok, type Result } from '../../src/errors.ts'
import type { IncomingNote } from '../../src/importers/place-notes.ts'
import type { ReadItem } from '../../src/importers/read-story.ts'
import { withNoteEdits } from '../../src/merge/write.ts'
import type { Content } from '../../src/model/content.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import type { Selector } from '../../src/model/selector.ts'
import { anchor } from '../../src/text/anchor.ts'
import { describe } from '../../src/text/describe.ts'
import { addressTrace, originTrace } from '../../src/versions/traces.ts'
import { fileError } from '../library/keeper.ts'
import type { Library } from '../library/library.ts'
import { fieldsOfNew } from '../library/new-article.ts'
import type { Notes } from '../library/notes.ts'
import type { Pictures } from '../library/pictures.ts'
import type { Shelf } from '../library/shelf.ts'
import { asVersionOf } from './as-version.ts'

/** What comes in, into what. */
export type Into = { library: Library; notes: Notes; pictures: Pictures }

/** What became of an item: an article of its own; more of one that was there; nothing, because all of it was there. */
export const Outcome = z.enum(['added', 'extended', 'same'])
export type Outcome = z.infer<typeof Outcome>

/** What became of an item, and its article. */
export type TakenIn = { outcome: Outcome; article: ArticleSummary }

/** The article that an item came in as before, or that was brought in from the same address. */
export function knownArticle(
  { parts }: Library,
  { origin, url }: { origin: ReadItem['origin']; url: string | null },
): ArticleSummary | undefined {
  const [byOrigin] = origin === null ? [] : parts.index.tracedBy([originTrace(origin)], 1)
  if (byOrigin !== undefined || url === null) return byOrigin
  return parts.index.tracedBy([addressTrace(url)], 1)[0]
}

/** Takes in an item of a collection: wholly, or not at all. Taken in again, it adds nothing. */
export async function takeIn(item: ReadItem, into: Into): Promise<Result<TakenIn>> {
  const { library, pictures } = into
  library.listWritten()
  try {
    await pictures.keep(item.pictures)
  } catch (error) {
    return fail(fileError(library.layout.pictures, error))
  }
  const known = knownArticle(library, { origin: item.origin, url: item.draft.url })
  if (known !== undefined) return extend(known, item, into)
  const { draft, source, origin, addedAt, notes, reading } = item
  const added = await library.add(
    { draft, facts: {}, source, origin, addedAt },
    { notes, reading },
    'nothing',
  )
  return added.ok ? ok({ outcome: 'added', article: added.value }) : added
}

/**
 * Brings into an article what it lacks: tags of a record that it has had nothing of, a better text, notes that it never had. The tags
 * come first: broken off after them, the record is still one that the article has had nothing of.
 */
async function extend(known: ArticleSummary, item: ReadItem, into: Into): Promise<Result<TakenIn>> {
  const shelf = await into.library.shelf(known.id)
  if (!shelf.ok) return shelf
  const missing = missingNotes(shelf.value, item.notes)
  const steps = [
    () => addTags(shelf.value, item, { into, missing }),
    () => addText(shelf.value, item, { into, missing }),
    () => addNotes(shelf.value, missing, into),
  ]
  let isExtended = false
  for (const step of steps) {
    const done = await step()
    if (!done.ok) return done
    isExtended ||= done.value
  }
  const article = knownArticle(into.library, { origin: item.origin, url: item.draft.url }) ?? known
  return ok({ outcome: isExtended ? 'extended' : 'same', article })
}

type Adding = { into: Into; missing: readonly IncomingNote[] }

/**
 * A text becomes the newest version where there was only a link, or where the text is made of quotations and there are more
 * of them now. Any other text is left as the reader has it.
 */
async function addText(
  shelf: Shelf,
  { draft, source, origin }: ReadItem,
  { into: { library }, missing }: Adding,
): Promise<Result<boolean>> {
  const isBetter = shelf.newest.isOnlyLink && !draft.isOnlyLink
  const isLonger = missing.length > 0 && isFrom(shelf, origin) && shelf.newest.importer === draft.importer
  if (!isBetter && !isLonger) return ok(false)
  const version = asVersionOf(shelf.article, draft)
  const added = await library.addVersion(shelf.id, { draft: version, facts: {}, source, origin })
  if (added.ok) return ok(true)
  return added.error.code === 'version-same' ? ok(false) : added
}

/** Whether one of its editions is this very record. */
function isFrom({ origins }: Shelf, origin: ReadItem['origin']): boolean {
  return origins.some(({ importer, key }) => importer === origin?.importer && key === origin.key)
}

/** Those that the article never had: what the reader removed stays removed, also when the trash has been emptied since. */
function missingNotes({ files }: Shelf, notes: readonly IncomingNote[]): IncomingNote[] {
  const had = new Set(files.flatMap((file) => file.notes.map(({ id }) => id)))
  return notes.filter(({ id }) => !had.has(id))
}

/** Adds notes that come in with a version, as far as the article never had them, in their places in its newest text. */
export async function addNotesTo(
  id: ArticleId,
  notes: readonly IncomingNote[],
  into: Into,
): Promise<Result<boolean>> {
  const shelf = await into.library.shelf(id)
  return shelf.ok ? addNotes(shelf.value, missingNotes(shelf.value, notes), into) : shelf
}

async function addNotes(
  shelf: Shelf,
  missing: readonly IncomingNote[],
  { library, notes }: Into,
): Promise<Result<boolean>> {
  if (missing.length === 0) return ok(false)
  const page = await notes.page(shelf.id)
  if (!page.ok) return page
  const { content, version } = page.value
  const changes = missing.map(({ createdAt, selector, ...note }) =>
    fieldsOfNew({ ...note, selector: selector && placed(content, selector, version.number) }, createdAt),
  )
  const written = await library.write(shelf, (context) => withNoteEdits(context, changes))
  return written.ok ? ok(true) : written
}

/** The selector for a text other than the one the note came with; one that is not found keeps its words. */
function placed(content: Content, selector: Selector, version: number): Selector {
  const found = anchor(content, selector)
  return found.kind === 'lost' ? { ...selector, version } : describe(content, found.span, version)
}

/**
 * Tags come once, with a record that the article has had nothing of: afterwards they are the reader's, and what is taken away
 * stays away. A record without notes leaves no trace but its tags, so these come as long as nobody has changed the article's.
 */
async function addTags(
  shelf: Shelf,
  { draft, origin, notes }: ReadItem,
  { into: { library }, missing }: Adding,
): Promise<Result<boolean>> {
  const { tags } = shelf.article
  const more = draft.facts.tags.filter((tag) => !tags.includes(tag))
  const isNew = notes.length > 0 ? missing.length === notes.length : shelf.merged.facts.tags === undefined
  if (more.length === 0 || isFrom(shelf, origin) || !isNew) return ok(false)
  const edited = await library.edit(shelf.id, { tags: [...tags, ...more] })
  return edited.ok ? ok(true) : edited
}
