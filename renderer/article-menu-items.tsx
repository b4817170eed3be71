import { Circle, CircleCheck, FileOutput, FolderOpen, History, Trash2 } from 'lucide-react'
import type { ArticleSummary } from '../src/contract.ts'
import { exportArticles, removeArticle, revealArticle, toggleRead } from './state/article-actions.ts'
import { openEarlier } from './state/earlier-actions.ts'
import { MenuItem, MenuLine } from './ui/menu.tsx'

/** What can be done with an article, from its row in the list and from the bar above its text alike. */
export function ArticleMenuItems({ id, reading }: Pick<ArticleSummary, 'id' | 'reading'>) {
  return (
    <>
      <MenuItem
        icon={reading.isRead ? <Circle aria-hidden /> : <CircleCheck aria-hidden />}
        onSelect={() => void toggleRead(id)}
      >
        {reading.isRead ? 'Mark as unread' : 'Mark as read'}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<FileOutput aria-hidden />} onSelect={() => void exportArticles([id])}>
        Export the notes as Markdown…
      </MenuItem>
      <MenuItem icon={<History aria-hidden />} onSelect={() => void openEarlier(id)}>
        Earlier notes…
      </MenuItem>
      <MenuItem icon={<FolderOpen aria-hidden />} onSelect={() => void revealArticle(id)}>
        Show in folder
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<Trash2 aria-hidden />} onSelect={() => void removeArticle(id)}>
        Remove
      </MenuItem>
    </>
  )
}
