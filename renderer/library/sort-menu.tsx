import { ArrowDownUp } from 'lucide-react'
import type { Sort } from '../../src/model/settings.ts'
import { sortBy } from '../state/settings-actions.ts'
import { useStore } from '../state/store.ts'
import { showSortMenu } from '../state/view-actions.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuCheck, MenuChoice, MenuChoices, MenuLine } from '../ui/menu.tsx'

/** The orders by name; `reversed` says what the other way round means. */
const orders: ReadonlyArray<{ by: Sort['by']; name: string; reversed: string }> = [
  { by: 'added', name: 'Date added', reversed: 'Oldest first' },
  { by: 'published', name: 'Date published', reversed: 'Oldest first' },
  { by: 'title', name: 'Title', reversed: 'From Z to A' },
  { by: 'progress', name: 'Progress', reversed: 'Least read first' },
]

/** In which order the articles stand. */
export function SortMenu() {
  const sort = useStore((state) => state.settings.sort)
  const isOpen = useStore((state) => state.isSortMenuOpen)
  const order = orders.find(({ by }) => by === sort.by)
  return (
    <Menu
      open={isOpen}
      onOpenChange={showSortMenu}
      trigger={
        <IconButton
          label={`Sorted by ${order?.name.toLowerCase()}${sort.isReversed ? ', reversed' : ''}`}
          keys="Shift+S"
          className="list-menu"
        >
          <ArrowDownUp aria-hidden />
        </IconButton>
      }
    >
      <MenuChoices label="Sort by" value={sort.by} onChange={(by) => void sortBy({ by: by as Sort['by'] })}>
        {orders.map(({ by, name }) => (
          <MenuChoice key={by} value={by}>
            {name}
          </MenuChoice>
        ))}
      </MenuChoices>
      <MenuLine />
      <MenuCheck isChecked={sort.isReversed} onChange={(isReversed) => void sortBy({ isReversed })}>
        {order?.reversed}
      </MenuCheck>
    </Menu>
  )
}
