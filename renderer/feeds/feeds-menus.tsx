import { CheckCheck, Ellipsis, FileInput, FileOutput, ListFilter, Plus, RefreshCw, Rss } from 'lucide-react'
import { FeedId } from '../../src/model/ids.ts'
import {
  checkFeeds,
  chooseFeed,
  followLists,
  openFeeds,
  putAllAway,
  saveFeedList,
} from '../state/feed-actions.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuChoice, MenuChoices, MenuItem, MenuLine } from '../ui/menu.tsx'
import { chooseLists } from './choose-lists.ts'

/** Asking the feeds, one of them alone, and what else can be done. */
export function FeedsMenus() {
  const isChecking = useStore(({ feeds }) => feeds.isChecking)
  const hasFeeds = useStore(({ feeds }) => (feeds.all?.length ?? 0) > 0)
  return (
    <>
      {hasFeeds && (
        <>
          <IconButton label="Check feeds" disabled={isChecking} onClick={() => void checkFeeds()}>
            <RefreshCw aria-hidden />
          </IconButton>
          <FeedChoice />
        </>
      )}
      <Menu
        trigger={
          <IconButton label="More for the feeds" className="list-menu">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem icon={<Plus aria-hidden />} onSelect={() => void openFeeds()}>
          Subscribe to a feed…
        </MenuItem>
        <MenuItem icon={<Rss aria-hidden />} onSelect={() => void openFeeds()}>
          Your feeds…
        </MenuItem>
        {hasFeeds && (
          <MenuItem icon={<CheckCheck aria-hidden />} onSelect={() => void putAllAway()}>
            Put all away
          </MenuItem>
        )}
        <MenuLine />
        <MenuItem icon={<FileInput aria-hidden />} onSelect={() => void chooseLists().then(followLists)}>
          Import a list of feeds…
        </MenuItem>
        {hasFeeds && (
          <MenuItem icon={<FileOutput aria-hidden />} onSelect={() => void saveFeedList()}>
            Export the list of feeds…
          </MenuItem>
        )}
      </Menu>
    </>
  )
}

/** The value that stands for all feeds: no id is like it. */
const all = 'all'

/** Whose entries are shown. */
function FeedChoice() {
  const feeds = useStore((state) => state.feeds.all)
  const chosen = useStore((state) => state.feeds.chosen)
  return (
    <Menu
      trigger={
        <IconButton
          label={chosen === null ? 'Show one feed' : 'Show one feed: on'}
          className="feeds-choice"
          data-on={chosen !== null}
        >
          <ListFilter aria-hidden />
        </IconButton>
      }
    >
      <MenuChoices
        label="Show"
        value={chosen ?? all}
        onChange={(value) => chooseFeed(value === all ? null : FeedId.parse(value))}
      >
        <MenuChoice value={all}>All feeds</MenuChoice>
        {feeds?.map(({ id, title }) => (
          <MenuChoice key={id} value={id}>
            <bdi>{title}</bdi>
          </MenuChoice>
        ))}
      </MenuChoices>
    </Menu>
  )
}
