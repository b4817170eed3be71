import { FileInput, FileOutput, Trash2 } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { FeedSummary } from '../../src/contract.ts'
import type { AppError } from '../../src/errors.ts'
import { errorText } from '../state/error-text.ts'
import { follow, followLists, removeFeed, saveFeedList } from '../state/feed-actions.ts'
import { useStore } from '../state/store.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { count, dateAndTime } from '../ui/formats.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { chooseLists } from './choose-lists.ts'
import './feeds-sheet.css'

/** What is followed, and the way to follow more. */
export function FeedsSheet({ children }: { children: ReactNode }) {
  const feeds = useStore((state) => state.feeds.all)
  const hasFeeds = feeds !== null && feeds.length > 0
  return (
    <Dialog label="Your feeds" className="feeds-sheet" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader title="Your feeds" onClose={closeSheet} />
      <FollowForm />
      {hasFeeds && (
        <ul className="feeds-followed" aria-label="Feeds you follow" tabIndex={0}>
          {feeds.map((feed) => (
            <FollowedFeed key={feed.id} feed={feed} />
          ))}
        </ul>
      )}
      <footer className="dialog-footer">
        <Button onClick={() => void chooseLists().then(followLists)}>
          <FileInput aria-hidden />
          Import a list…
        </Button>
        {hasFeeds && (
          <Button onClick={() => void saveFeedList()}>
            <FileOutput aria-hidden />
            Export the list…
          </Button>
        )}
      </footer>
      {children}
    </Dialog>
  )
}

function FollowForm() {
  const [address, setAddress] = useState('')
  const [error, setError] = useState<AppError | null>(null)
  const isAdding = useStore((state) => state.feeds.isAdding)
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (address.trim() === '' || isAdding) return
    setError(null)
    void follow(address).then((followed) => {
      if (followed?.ok === true) setAddress('')
      else if (followed !== null) setError(followed.error)
    })
  }
  return (
    <form className="feeds-form" onSubmit={onSubmit}>
      <Field
        label="Subscribe to a feed"
        hint="The address of a feed, or of a site that has one. It is loaded once, now."
      >
        <TextInput
          data-first
          inputMode="url"
          dir="ltr"
          placeholder="https://"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </Field>
      <Button kind="primary" type="submit" disabled={isAdding || address.trim() === ''}>
        {isAdding ? 'Looking…' : 'Subscribe'}
      </Button>
      {error !== null && (
        <p className="feeds-error" role="alert">
          {errorText(error)}
        </p>
      )}
    </form>
  )
}

function FollowedFeed({ feed }: { feed: FeedSummary }) {
  const { title, url, folders, fresh, checkedAt, error } = feed
  return (
    <li className="feeds-feed">
      <div>
        <b className="feeds-name">
          <bdi>{title}</bdi>
        </b>
        <p className="feeds-about">
          <bdi>{url}</bdi>
        </p>
        <p className="feeds-about">
          <bdi>
            {count(fresh, null)} new ·{' '}
            {checkedAt === null ? 'not checked yet' : `checked ${dateAndTime(checkedAt)}`}
          </bdi>
          {folders.length > 0 && (
            <>
              {' · '}
              <bdi>{folders.join(', ')}</bdi>
            </>
          )}
        </p>
        {error !== null && <p className="feeds-error">{errorText(error)}</p>}
      </div>
      <IconButton label={`No longer follow ${title}`} side="left" onClick={() => void removeFeed(feed)}>
        <Trash2 aria-hidden />
      </IconButton>
    </li>
  )
}
