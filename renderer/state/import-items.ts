import type { CollectionItem } from '../../src/model/collection.ts'
import { call } from '../call.ts'
import type { ImportedCollection } from './import-choice.ts'
import { PagedList } from './paged-list.ts'
import { noPages } from './pages.ts'
import { getState, setState } from './store.ts'

const items = new PagedList<CollectionItem>({
  pages: () => getState().items.pages,
  status: () => getState().items.status,
  put: (change) => setState({ items: { ...getState().items, ...change } }),
  async ask({ skip, limit }) {
    const { of } = getState().items
    if (of === null) return { ok: true, value: { rows: [], total: 0, next: null } }
    const result = await call('import.items', { collectionId: of.collectionId, skip, limit })
    if (!result.ok) return result
    return { ok: true, value: { rows: result.value.rows, total: of.plan.items, next: null } }
  },
})

/** Shows what of a collection would come in. */
export async function openItems(of: ImportedCollection): Promise<void> {
  setState({ items: { of, pages: { ...noPages, total: of.plan.items }, status: 'loading' } })
  await items.start()
}

/** Asks for what is missing of the items now on the screen and around them. */
export async function showItems(first: number, last: number): Promise<void> {
  await items.show(first, last)
}
