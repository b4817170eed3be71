import type { CollectionItem, ItemEffect } from '../../src/model/collection.ts'
import { Row, type RowPlace } from '../rows/row.tsx'
import { counted } from '../ui/formats.ts'

type Props = RowPlace & {
  /** Null while it is not loaded. */
  item: CollectionItem | null
  isChosen: boolean
  onToggle: (item: CollectionItem) => void
}

/** What of an item comes in. */
const effects: Record<ItemEffect, string> = { new: 'new', more: 'brings more', same: 'already here' }

/** One item of a collection: what it is, and whether it is to come in. */
export function CollectionRow({ item, isChosen, onToggle, ...place }: Props) {
  return (
    <Row {...place} isLoaded={item !== null} isSelected={isChosen} className="plan-row">
      {item !== null && (
        <div role="gridcell">
          <label className="plan-cell">
            <input
              type="checkbox"
              aria-label={item.title}
              tabIndex={-1}
              checked={isChosen}
              onChange={() => onToggle(item)}
            />
            <span className="plan-title">
              <bdi>{item.title}</bdi>
            </span>
            <span className="plan-effect">
              {item.notes > 0 && `${counted(item.notes, 'note')} · `}
              {!item.hasText && 'address only · '}
              {effects[item.effect]}
            </span>
            {item.url !== null && (
              <span className="plan-address" dir="ltr">
                {item.url}
              </span>
            )}
          </label>
        </div>
      )}
    </Row>
  )
}
