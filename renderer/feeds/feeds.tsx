import { useEffect } from 'react'
import {
  askFeeds,
  askFeedsAgain,
  checkFeeds,
  feedsQuestion,
  openFeeds,
  showOnlyNew,
  stopChecking,
} from '../state/feed-actions.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chips.tsx'
import { count } from '../ui/formats.ts'
import { EmptyList, ListHeader, ListPane } from '../ui/list-pane.tsx'
import { ProgressLine } from '../ui/progress-line.tsx'
import { FeedList } from './feed-list.tsx'
import { FeedsMenus } from './feeds-menus.tsx'
import './feeds.css'

/** What is new in the feeds the reader follows. Nothing is asked of them until the reader says so. */
export function Feeds() {
  const isEmpty = useStore(({ feeds }) => feeds.pages.total === 0)
  const status = useStore(({ feeds }) => feeds.status)
  const question = useStore(feedsQuestion)
  useEffect(() => void askFeeds(), [question])
  return (
    <ListPane name="Feeds">
      <FeedsHeader />
      <CheckLine />
      {isEmpty && status !== 'loading' ? <Empty /> : <FeedList key={question} question={question} />}
    </ListPane>
  )
}

const views = [
  { value: 'new', name: 'New' },
  { value: 'all', name: 'All' },
] as const

function FeedsHeader() {
  const total = useStore(({ feeds }) => feeds.pages.total)
  const isNewOnly = useStore(({ feeds }) => feeds.isNewOnly)
  return (
    <ListHeader title="Feeds" total={total} menus={<FeedsMenus />}>
      <Chips
        label="Show"
        chips={views}
        current={isNewOnly ? 'new' : 'all'}
        onChoose={(view) => showOnlyNew(view === 'new')}
      />
    </ListHeader>
  )
}

/** How far the asking is; afterwards, which feeds could not be read. */
function CheckLine() {
  const isChecking = useStore(({ feeds }) => feeds.isChecking)
  const progress = useStore((state) => (state.progress?.task === 'feeds' ? state.progress : null))
  const failed = useStore(({ feeds }) => feeds.all?.filter(({ error }) => error !== null).length ?? 0)
  if (isChecking) {
    return (
      <div className="feeds-line">
        <ProgressLine label="Checking feeds" done={progress?.done ?? 0} total={progress?.total ?? 0} />
        <Button kind="quiet" onClick={() => void stopChecking()}>
          Stop
        </Button>
      </div>
    )
  }
  if (failed === 0) return null
  return (
    <div className="feeds-line">
      <bdi>{failed === 1 ? '1 feed' : `${count(failed, null)} feeds`} could not be read</bdi>
      <Button kind="quiet" onClick={() => void openFeeds()}>
        Show
      </Button>
    </div>
  )
}

/** What an empty list says, and the way out of it. */
function Empty() {
  const status = useStore(({ feeds }) => feeds.status)
  const feeds = useStore((state) => state.feeds.all)
  const check = { name: 'Check feeds', run: () => void checkFeeds() }
  if (status === 'failed') {
    return (
      <EmptyList
        text="The library did not answer."
        action={{ name: 'Try again', run: () => void askFeedsAgain() }}
      />
    )
  }
  if (feeds === null) return null
  if (feeds.length === 0) {
    const follow = { name: 'Subscribe to a feed', run: () => void openFeeds() }
    return <EmptyList text="Follow a site’s feed, and what is new there stands here." action={follow} />
  }
  return feeds.some(({ checkedAt }) => checkedAt !== null) ? (
    <EmptyList text="Nothing is new." action={check} />
  ) : (
    <EmptyList text="Your feeds have not been asked yet what is new." action={check} />
  )
}
