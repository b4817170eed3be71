import { type CSSProperties, useEffect } from 'react'
import type { CollectionItem } from '../../src/model/collection.ts'
import { RowGrid } from '../rows/row-grid.tsx'
import { useRows } from '../rows/use-rows.ts'
import type { ImportedCollection } from '../state/import-choice.ts'
import { openItems, showItems } from '../state/import-items.ts'
import { rowAt } from '../state/pages.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import './collection-items.css'
import { CollectionRow } from './collection-row.tsx'

/** A title and an address, a line each, as drawn. */
const usualRowPx = 51
/** As many as leave room for the rest of the sheet in a window of 900 pixels. */
const mostRows = 7

type Props = {
  collection: ImportedCollection
  /** The numbers of the items that are not wanted. */
  leftOut: ReadonlySet<number>
  onLeaveOut: (leftOut: ReadonlySet<number>) => void
}

/** The items of a collection, each of which can be left out. */
export function CollectionItems({ collection, leftOut, onLeaveOut }: Props) {
  const { collectionId, plan } = collection
  const pages = useStore((state) => state.items.pages)
  const rows = useRows(pages, {
    list: 'items',
    question: collectionId,
    usualPx: usualRowPx,
    nameOf,
    show: showItems,
    keys: { ' ': toggle, Enter: toggle },
  })
  useEffect(() => void openItems(collection), [collection])

  function toggle({ index }: Pick<CollectionItem, 'index'>) {
    const next = new Set(leftOut)
    if (!next.delete(index)) next.add(index)
    onLeaveOut(next)
  }

  return (
    <section
      className="plan-items"
      aria-label="What would come in"
      style={{ '--rows': Math.min(plan.items, mostRows) } as CSSProperties}
    >
      <div className="plan-choose" role="group" aria-label="Choose">
        <Button kind="quiet" onClick={() => onLeaveOut(new Set())}>
          All
        </Button>
        <Button kind="quiet" onClick={() => onLeaveOut(new Set(Array.from({ length: plan.items }).keys()))}>
          None
        </Button>
      </div>
      <RowGrid
        rows={rows}
        total={pages.total}
        className="plan-rows"
        aria-label="Items"
        aria-multiselectable
        row={(place) => {
          const item = rowAt(pages, place.index) ?? null
          const isChosen = !leftOut.has(item?.index ?? place.index)
          return <CollectionRow {...place} item={item} isChosen={isChosen} onToggle={toggle} />
        }}
      />
    </section>
  )
}

function nameOf({ index }: CollectionItem): string {
  return String(index)
}
