import type { Version } from '../../src/model/article.ts'
import type { Content } from '../../src/model/content.ts'
import type { Note, PlacedNote } from '../../src/model/note.ts'
import type { Anchor, Selector } from '../../src/model/selector.ts'
import { anchor } from '../../src/text/anchor.ts'
import { type Edition, placeInLast } from '../../src/versions/place.ts'
import { errorCode } from './files/durable.ts'
import { DamagedFile, NewerFile } from './files/json-file.ts'
import type { Shelf } from './shelf.ts'

/** An article with the text of its newest version, or the newest that can be had: what a note is put into. */
export type Page = { shelf: Shelf; version: Version; content: Content; earlier: readonly Edition[] }

/**
 * Reads the newest version, and those through which the places of older notes are followed. Throws what `Shelf.readContent`
 * throws where no version can be had.
 */
export async function openPage(shelf: Shelf): Promise<Page> {
  const page = { shelf, ...(await readNewest(shelf)), earlier: await readEarlier(shelf) }
  for (const { selector } of shelf.merged.notes) if (selector !== null) anchorOf(page, selector)
  return page
}

/** Looks up where the notes stand that were made in an older version, so that the list can tell. */
export async function placeOlder(shelf: Shelf): Promise<void> {
  const isUnknown = shelf.merged.notes.some((note) => note.selector !== null && shelf.anchorOf(note) === null)
  if (!isUnknown) return
  try {
    await openPage(shelf)
  } catch (error) {
    if (!isUnreadable(error)) throw error // else it stands among the incidents, and is listed as it was
  }
}

/** One whose text is lost, and can't be read from its source either, stands among the incidents; the one before it is left. */
async function readNewest(shelf: Shelf): Promise<Pick<Page, 'version' | 'content'>> {
  const [newest, ...older] = shelf.article.versions.toReversed()
  if (newest === undefined) throw new Error('an article without versions') // its schema has one at least
  try {
    return { version: newest, content: await shelf.readContent(newest) }
  } catch (error) {
    for (const version of isUnreadable(error) ? older : []) {
      const content = await shelf.readContent(version).catch(() => null)
      if (content !== null) return { version, content }
    }
    throw error
  }
}

function isUnreadable(error: unknown): boolean {
  return error instanceof DamagedFile || error instanceof NewerFile || errorCode(error) !== undefined
}

/** All notes of a page, those on the whole article first, then in the order of the text, lost ones last. */
export function placedNotes(page: Page): PlacedNote[] {
  return inTextOrder(page.shelf.merged.notes.map((note) => placeNote(page, note)))
}

export function placeNote(page: Page, note: Note): PlacedNote {
  return { note, anchor: note.selector === null ? null : anchorOf(page, note.selector) }
}

/** Notes in the text of some version, in its order. */
export function placeAll(content: Content, notes: readonly Note[]): PlacedNote[] {
  return inTextOrder(
    notes.map((note) => ({ note, anchor: note.selector === null ? null : anchor(content, note.selector) })),
  )
}

function anchorOf({ shelf, version, content, earlier }: Page, selector: Selector): Anchor {
  const isOlder = selector.version !== version.number
  const found = placeInLast([...(isOlder ? earlier : []), { number: version.number, content }], selector)
  if (isOlder || selector.block === null) shelf.setAnchor(selector, found)
  return found
}

/** Only where there is a version between that of the oldest note and the newest: else there is nothing to follow through. */
async function readEarlier(shelf: Shelf): Promise<Edition[]> {
  const { versions } = shelf.article
  const oldest = Math.min(...shelf.merged.notes.map(({ selector }) => selector?.version ?? Infinity))
  const between = versions.filter(({ number }) => number > oldest && number < shelf.newest.number)
  const read = between.map(async (version) => {
    const content = await shelf.readContent(version).catch(() => null) // then the way leads past it
    return content === null ? [] : [{ number: version.number, content }]
  })
  return (await Promise.all(read)).flat()
}

function inTextOrder(placed: PlacedNote[]): PlacedNote[] {
  return placed.sort((a, b) => order(a) - order(b) || (a.note.createdAt < b.note.createdAt ? -1 : 1))
}

function order({ anchor: place }: PlacedNote): number {
  if (place === null) return -1
  return place.kind === 'lost' ? Infinity : place.span.start
}
