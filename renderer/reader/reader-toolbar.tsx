import { Download, Ellipsis, Image, PanelLeft, PanelRight, ScanText, Star } from 'lucide-react'
import type { ReactNode } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import { ArticleMenuItems } from '../article-menu-items.tsx'
import { toggleStar } from '../state/article-actions.ts'
import {
  canReread,
  isOnlyAddress,
  keepPictures,
  lacksPictures,
  loadPage,
  rereadPage,
} from '../state/page-actions.ts'
import { useStore } from '../state/store.ts'
import { areNotesShown, toggleList, toggleNotes } from '../state/view-actions.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '../ui/menu.tsx'
import { TypeMenu } from './type-menu.tsx'

type Props = {
  open: OpenArticle | null
  /** The controls of how the text is set. */
  typeSettings: ReactNode
}

/** The bar above the text; without an article, the list is all it has to offer. */
export function ReaderToolbar({ open, typeSettings }: Props) {
  const isListOpen = useStore((state) => state.settings.listPane.isOpen)
  const isNotesOpen = useStore(areNotesShown)
  return (
    <div className="reader-toolbar">
      <IconButton label={isListOpen ? 'Hide the list' : 'Show the list'} keys="[" onClick={toggleList}>
        <PanelLeft className="mirrored" aria-hidden />
      </IconButton>
      <span className="reader-toolbar-space" />
      {open && <TypeMenu>{typeSettings}</TypeMenu>}
      {open && <ArticleButtons open={open} />}
      {open && (
        <IconButton label={isNotesOpen ? 'Hide the notes' : 'Show the notes'} keys="]" onClick={toggleNotes}>
          <PanelRight className="mirrored" aria-hidden />
        </IconButton>
      )}
    </div>
  )
}

function ArticleButtons({ open }: { open: OpenArticle }) {
  const { article, reading } = open
  const { id } = article
  return (
    <>
      <IconButton
        label="Star"
        keys="Mod+D"
        aria-pressed={reading.isStarred}
        className="star"
        onClick={() => void toggleStar(id)}
      >
        <Star aria-hidden />
      </IconButton>
      <Menu
        trigger={
          <IconButton label="More">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <PageMenuItems open={open} />
        <ArticleMenuItems id={id} reading={reading} />
      </Menu>
    </>
  )
}

/** What can be done with an article that is a page of the web. */
function PageMenuItems({ open }: { open: OpenArticle }) {
  const { id } = open.article
  const [lacks, isAddress, isPage] = [lacksPictures({ open }), isOnlyAddress({ open }), canReread({ open })]
  return (
    <>
      {lacks && (
        <MenuItem icon={<Image aria-hidden />} onSelect={() => void keepPictures(id)}>
          Keep pictures
        </MenuItem>
      )}
      {isAddress && (
        <MenuItem icon={<Download aria-hidden />} onSelect={() => void loadPage(id)}>
          Load the page
        </MenuItem>
      )}
      {isPage && (
        <MenuItem icon={<ScanText aria-hidden />} onSelect={() => void rereadPage()}>
          Extract again with another reader
        </MenuItem>
      )}
      {(lacks || isAddress || isPage) && <MenuLine />}
    </>
  )
}
