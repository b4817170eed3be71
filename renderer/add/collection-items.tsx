import { type CSSProperties, useEffect } from 'react'
import type { CollectionItem } from '../../src/model/collection.ts'
import { useRows } from '../rows/use-rows.ts'
import type { ImportedCollection } from '../state/import-choice.ts'
import { openItems, showItems } from '../state/import-items.ts'
import { rowAt } from '../state/pages.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
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
  const { scroller, virtualizer, stop, moveStop, onKeyDown } = useRows(pages, {
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
      <p className="plan-choose">
        <Button kind="quiet" onClick={() => onLeaveOut(new Set())}>
          All
        </Button>
        <Button kind="quiet" onClick={() => onLeaveOut(new Set(Array.from({ length: plan.items }).keys()))}>
          None
        </Button>
      </p>
      <div ref={scroller} className="rows plan-rows">
        <div
          role="grid"
          aria-label="Items"
          aria-rowcount={pages.total}
          style={{ blockSize: virtualizer.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {virtualizer.getVirtualItems().map((item) => (
            <CollectionRow
              key={item.key}
              ref={virtualizer.measureElement}
              item={rowAt(pages, item.index) ?? null}
              isChosen={!leftOut.has(rowAt(pages, item.index)?.index ?? item.index)}
              onToggle={toggle}
              index={item.index}
              top={item.start}
              height={item.size}
              isOpen={false}
              isStop={item.index === stop}
              onFocus={moveStop}
            />
          ))}
        </div>
      </div>
    </section>
  )
}

function nameOf({ index }: CollectionItem): string {
  return String(index)
}
