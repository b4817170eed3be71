import type { ArticleSummary } from '../../src/contract.ts'
import type { CollectionItem, CollectionPlan, ItemEffect } from '../../src/model/collection.ts'
import type { OpenCollection } from '../import/import-desk.ts'
import type { ItemLine } from '../import/worker.ts'
import type { Library } from '../library/library.ts'
import { knownArticle } from './take-in.ts'

/** More would be read by nobody. */
const mostSkipped = 500

/** What taking in a collection would do, without doing it. */
export function planOf(library: Library, { listing }: OpenCollection): CollectionPlan {
  const { importer, label, items, skipped, unplaced } = listing
  const effects: CollectionPlan['effects'] = { new: 0, more: 0, same: 0 }
  for (const item of items) effects[effectOf(library, importer, item)] += 1
  return {
    importer,
    label,
    items: items.length,
    effects,
    notes: items.reduce((sum, { notes }) => sum + notes, 0),
    withoutText: items.filter(({ hasText }) => !hasText).length,
    skipped: skipped.slice(0, mostSkipped),
    unplaced,
  }
}

/** Some items of a collection, as the dry run shows them. */
export function itemsOf(
  library: Library,
  { listing }: OpenCollection,
  { skip, limit }: { skip: number; limit: number },
): CollectionItem[] {
  return listing.items.slice(skip, skip + limit).map((item, place) => {
    const { title, url, notes, hasText } = item
    return {
      index: skip + place,
      title,
      url,
      notes,
      hasText,
      effect: effectOf(library, listing.importer, item),
    }
  })
}

/** As far as can be told before it is read: an article with as many notes as the item has may still lack some of them. */
export function effectOf(library: Library, importer: string, { key, url, ...item }: ItemLine): ItemEffect {
  const known = knownArticle(library, { origin: { importer, key }, url })
  return known === undefined ? 'new' : hasAll(known, item) ? 'same' : 'more'
}

function hasAll(known: ArticleSummary, { notes, hasText }: Pick<ItemLine, 'notes' | 'hasText'>): boolean {
  return known.notes >= notes && !(hasText && known.isOnlyLink)
}
