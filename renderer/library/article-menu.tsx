import { Star, StarOff } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ArticleSummary } from '../../src/contract.ts'
import { ArticleMenuItems } from '../article-menu-items.tsx'
import { toggleStar } from '../state/article-actions.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'

type Props = {
  row: Pick<ArticleSummary, 'id' | 'reading'>
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** The button that opens it. */
  children: ReactNode
}

/** What can be done with an article of the list. */
export function ArticleMenu({ row, isOpen, onOpenChange, children }: Props) {
  const { id, reading } = row
  return (
    <Menu trigger={children} open={isOpen} onOpenChange={onOpenChange}>
      <MenuItem
        icon={reading.isStarred ? <StarOff aria-hidden /> : <Star aria-hidden />}
        onSelect={() => void toggleStar(id)}
      >
        {reading.isStarred ? 'Remove star' : 'Star'}
      </MenuItem>
      <ArticleMenuItems id={id} reading={reading} />
    </Menu>
  )
}
