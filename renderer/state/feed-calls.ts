import { fail, ok, type Result } from '../../src/errors.ts'
import type { EntryId, FeedId } from '../../src/model/ids.ts'
import { call } from '../call.ts'

// What is done to feeds and taken back; the window hears of it by an event.

export async function markEntries(ids: readonly EntryId[], mark: { isSeen: boolean }): Promise<Result<void>> {
  return done(await call('feed.mark', { entryIds: [...ids], ...mark }))
}

export async function unfollow(id: FeedId): Promise<Result<void>> {
  return done(await call('feed.remove', { id }))
}

export async function followAgain(id: FeedId): Promise<Result<void>> {
  return done(await call('feed.restore', { id }))
}

function done(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : fail(result.error)
}
