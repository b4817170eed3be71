import type { FeedEntryRow, FeedSummary } from '../../src/contract.ts'
import { ok, type Result } from '../../src/errors.ts'
import type { FeedId } from '../../src/model/ids.ts'
import { call } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { markEntries, unfollow } from './feed-calls.ts'
import { record, type Step } from './history.ts'
import { canWrite } from './library-actions.ts'
import { reloadSoon } from './list-actions.ts'
import { announce, problem, tell } from './messages.ts'
import { PagedList } from './paged-list.ts'
import { outdated } from './pages.ts'
import type { Feeds, State } from './state.ts'
import { getState, setState } from './store.ts'

const entries = new PagedList<FeedEntryRow>({
  pages: () => getState().feeds.pages,
  status: () => getState().feeds.status,
  put,
  async ask({ skip, limit }) {
    const { chosen: feedId, isNewOnly } = getState().feeds
    const result = await call('feed.entries', { feedId, isNewOnly, skip, limit })
    return result.ok ? ok({ ...result.value, next: null }) : result
  },
})
/** What the entries that are loaded were asked for. */
let asked: string | null = null

/** For a component: `useStore(feedsQuestion)`. Two lists are the same one if it is. */
export function feedsQuestion({ feeds }: Pick<State, 'feeds'>): string {
  return JSON.stringify([feeds.chosen, feeds.isNewOnly])
}

/** Asks the library for the entries, from their top, unless it is what was asked for last. Nothing is loaded from the net. */
export async function askFeeds(): Promise<void> {
  const question = feedsQuestion(getState())
  if (question === asked) return
  asked = question
  await askFeedsAgain()
}

export async function askFeedsAgain(): Promise<void> {
  await Promise.all([entries.start(), loadFeeds()])
}

/** Asks for what is missing of the entries now on the screen and around them. */
export async function showFeedRows(first: number, last: number): Promise<void> {
  if (feedsQuestion(getState()) !== asked) return askFeeds()
  await entries.show(first, last)
}

/** Something about the feeds has changed: they are looked at again, now or when they are shown next. */
export function reloadFeedsSoon(): void {
  const { settings, feeds, sheet } = getState()
  if (settings.place === 'feeds' || sheet === 'feeds' || feeds.all !== null) void loadFeeds()
  if (settings.place !== 'feeds') return put({ pages: outdated(feeds.pages) })
  entries.reloadSoon()
}

/** Shows what is followed, and the way to follow more. */
export async function openFeeds(): Promise<void> {
  setState({ sheet: 'feeds' })
  await loadFeeds()
}

async function loadFeeds(): Promise<void> {
  const result = await call('feed.list', {})
  if (!result.ok) return problem(result.error)
  const { feeds: all } = result.value
  const { chosen } = getState().feeds
  put({ all, ...(all.every(({ id }) => id !== chosen) && { chosen: null }) })
}

export function chooseFeed(chosen: FeedId | null): void {
  put({ chosen })
}

export function showOnlyNew(isNewOnly: boolean): void {
  put({ isNewOnly })
}

/** Asks all feeds what is new; those that can't be read say so where they are listed. */
export async function checkFeeds(): Promise<void> {
  if (getState().feeds.isChecking || !canWrite()) return
  put({ isChecking: true })
  const result = await call('feed.check', {})
  put({ isChecking: false })
  if (!result.ok) return problem(result.error)
  const { found, failed } = result.value
  const missing = failed.length === 0 ? '' : `; ${counted(failed.length, 'feed', 'feeds')} could not be read`
  tell(`${found === 0 ? 'Nothing new' : counted(found, 'new entry', 'new entries')}${missing}`)
}

export async function stopChecking(): Promise<void> {
  const result = await call('feed.stop', {})
  if (!result.ok) problem(result.error)
}

/** Follows the feed at an address. Whoever asks says why it could not be, as long as the sheet is there; null where nothing may be written. */
export async function follow(url: string): Promise<Result<FeedSummary> | null> {
  if (!canWrite()) return null
  put({ isAdding: true })
  const result = await call('feed.add', { url })
  put({ isAdding: false })
  if (result.ok) tell(`You follow ${result.value.title}`)
  else if (getState().sheet !== 'feeds') problem(result.error)
  return result
}

/** Follows a feed no longer; the toast takes it back. */
export async function removeFeed({ id, title }: FeedSummary): Promise<void> {
  if (!canWrite()) return
  const result = await unfollow(id)
  if (!result.ok) return problem(result.error)
  offerUndo(`You no longer follow ${title}`, { kind: 'feed-removed', id })
}

/** Makes an article of an entry and opens it; its page is loaded where the feed has a teaser only. */
export async function keepEntry({ id, hasText }: FeedEntryRow): Promise<void> {
  const { keeping } = getState().feeds
  if (keeping.has(id) || !canWrite()) return
  put({ keeping: new Set([...keeping, id]) })
  const result = await call('feed.keep', { entryId: id, loadsPage: !hasText })
  const others = [...getState().feeds.keeping].filter((other) => other !== id)
  put({ keeping: new Set(others) })
  if (!result.ok) return problem(result.error)
  reloadSoon()
  await openArticle(result.value.id)
}

/** Puts an entry away; the toast takes it back. The list has it no longer when it is done. */
export async function putAway({ id, isSeen }: FeedEntryRow): Promise<void> {
  if (isSeen || !canWrite()) return
  const result = await markEntries([id], { isSeen: true })
  if (!result.ok) return problem(result.error)
  await entries.reload()
  offerUndo('Put away', { kind: 'entries-put-away', ids: [id] })
}

/** Puts away what is new in the feed that is shown, or in all of them. */
export async function putAllAway(): Promise<void> {
  if (!canWrite()) return
  const result = await call('feed.markAll', { feedId: getState().feeds.chosen })
  if (!result.ok) return problem(result.error)
  const { entryIds: ids } = result.value
  if (ids.length === 0) return announce('Nothing is new')
  offerUndo(`${counted(ids.length, 'entry', 'entries')} put away`, { kind: 'entries-put-away', ids })
}

/** Follows all feeds of reading lists (OPML). */
export async function followLists(files: readonly File[]): Promise<void> {
  if (!canWrite()) return
  for (const file of files) {
    const data = await base64(file)
    const result = await call('feed.import', { name: file.name, data })
    if (!result.ok) problem(result.error)
    else tell(listText(result.value))
  }
}

/** Asks for a file and writes the reading list into it. */
export async function saveFeedList(): Promise<void> {
  const result = await call('feed.save', {})
  if (!result.ok) return problem(result.error)
  if (result.value.path !== null) tell(`The list of feeds was written to ${result.value.path}`)
}

function listText({ added, known }: { added: number; known: number }): string {
  const before = known === 0 ? '' : `; ${known} followed before`
  return `${counted(added, 'feed', 'feeds')} added${before}. Check feeds to see what is new.`
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  // A megabyte's worth of arguments at once would be too many for some engines.
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return btoa(pieces.join(''))
}

function offerUndo(text: string, step: Step): void {
  setState({ history: record(getState().history, step) })
  tell(text, { step })
}

function counted(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

function put(change: Partial<Feeds>): void {
  setState({ feeds: { ...getState().feeds, ...change } })
}
