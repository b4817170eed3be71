import type { ArticleSummary } from '../../src/contract.ts'
import type { CollectionItem, CollectionPlan, ItemEffect, Skipped } from '../../src/model/collection.ts'
import type { OpenCollection } from '../import/import-desk.ts'
import type { ItemLine } from '../import/worker.ts'
import type { Library } from '../library/library.ts'
import { knownArticle } from './take-in.ts'
import type { Trashed } from './trashed.ts'

/** More would be read by nobody. */
const mostSkipped = 500

/** What is there already, and what was. */
export type There = { library: Library; trashed: Trashed }

/** What taking in a collection would do, without doing it. */
export function planOf(there: There, { listing }: Pick<OpenCollection, 'listing'>): CollectionPlan {
  const { importer, label, items, unplaced } = listing
  const effects: CollectionPlan['effects'] = { new: 0, more: 0, same: 0 }
  for (const item of items) effects[effectOf(there, importer, item)] += 1
  return {
    importer,
    label,
    items: items.length,
    effects,
    notes: items.reduce((sum, { notes }) => sum + notes, 0),
    withoutText: items.filter(({ hasText }) => !hasText).length,
    skipped: skippedOf(there, { listing }),
    unplaced,
  }
}

/** What does not come in, the first 500: what the reader removed and can bring back, then what its importer left out. */
export function skippedOf(there: There, { listing }: Pick<OpenCollection, 'listing'>): Skipped[] {
  const { importer, items, skipped } = listing
  const removed = items.filter((item) => isRemoved(there, importer, item))
  return [...removed.map(({ title }): Skipped => ({ where: title, reason: 'removed' })), ...skipped].slice(
    0,
    mostSkipped,
  )
}

/** Whether its article lies in the trash, and no other one of it is there. */
export function isRemoved({ library, trashed }: There, importer: string, { key, url }: ItemLine): boolean {
  if (!trashed(importer, { key, url })) return false
  return knownArticle(library, { origin: { importer, key }, url }) === undefined
}

/** Some items of a collection, as the dry run shows them. */
export function itemsOf(
  there: There,
  { listing }: Pick<OpenCollection, 'listing'>,
  { skip, limit }: { skip: number; limit: number },
): CollectionItem[] {
  return listing.items.slice(skip, skip + limit).map((item, place) => {
    const { title, url, notes, hasText } = item
    const effect = effectOf(there, listing.importer, item)
    return { index: skip + place, title, url, notes, hasText, effect }
  })
}

/** As far as can be told before it is read: an article with as many notes as the item has may still lack some of them. */
function effectOf(there: There, importer: string, item: ItemLine): ItemEffect {
  const { key, url, notes } = item
  const known = knownArticle(there.library, { origin: { importer, key }, url })
  if (known === undefined) return isRemoved(there, importer, item) ? 'same' : 'new'
  return known.notes >= notes && hasText(known, item) ? 'same' : 'more'
}

/**
 * The article that an item came in as before, where nothing more can come of it without reading it: it has no notes, and no text
 * that the article lacks.
 */
export function wholeArticle(
  library: Library,
  importer: string,
  { key, ...item }: ItemLine,
): ArticleSummary | null {
  if (item.notes > 0) return null
  const known = knownArticle(library, { origin: { importer, key }, url: null })
  return known !== undefined && hasText(known, item) ? known : null
}

function hasText(known: ArticleSummary, item: Pick<ItemLine, 'hasText'>): boolean {
  return !item.hasText || !known.isOnlyLink
}
