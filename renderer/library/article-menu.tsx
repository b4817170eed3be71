import { Circle, CircleCheck, FileOutput, FolderOpen, Star, StarOff, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ArticleSummary } from '../../src/contract.ts'
import {
  exportArticles,
  removeArticle,
  revealArticle,
  toggleRead,
  toggleStar,
} from '../state/article-actions.ts'
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx'

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
      <MenuItem
        icon={reading.isRead ? <Circle aria-hidden /> : <CircleCheck aria-hidden />}
        onSelect={() => void toggleRead(id)}
      >
        {reading.isRead ? 'Mark as unread' : 'Mark as read'}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<FileOutput aria-hidden />} onSelect={() => void exportArticles([id])}>
        Export the notes…
      </MenuItem>
      <MenuItem icon={<FolderOpen aria-hidden />} onSelect={() => void revealArticle(id)}>
        Show in folder
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Trash2 aria-hidden />} keys="Delete" onSelect={() => void removeArticle(id)}>
        Remove
      </MenuItem>
    </Menu>
  )
}
