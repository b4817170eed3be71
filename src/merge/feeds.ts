import type { EntryMark, FeedsFile, Subscription } from '../model/feed.ts'

/** What all devices subscribed to and put away. */
export type MergedFeeds = {
  /** By address; the removed ones too. */
  subscriptions: ReadonlyMap<string, Subscription>
  /** By the entry's id: an entry that stands in several feeds is put away in all of them. */
  marks: ReadonlyMap<string, EntryMark>
}

/** One view of all devices' files: of what several say of the same, the newest counts. */
export function mergeFeeds(files: readonly FeedsFile[]): MergedFeeds {
  const subscriptions = new Map<string, Subscription>()
  const marks = new Map<string, EntryMark>()
  for (const file of files) {
    for (const one of file.subscriptions) keepNewer(subscriptions, one.url, one)
    for (const mark of file.marks) keepNewer(marks, mark.id, mark)
  }
  return { subscriptions, marks }
}

/** Of two changes of the same moment it is the same one that counts on all devices. */
function keepNewer<T extends { changedAt: string }>(known: Map<string, T>, key: string, next: T): void {
  const before = known.get(key)
  const isNewer =
    before === undefined ||
    next.changedAt > before.changedAt ||
    (next.changedAt === before.changedAt && JSON.stringify(next) > JSON.stringify(before))
  if (isNewer) known.set(key, next)
}

/** What one device's file comes to where it is there twice: of what both say of the same, the newest counts. */
export function joinFeeds(mine: FeedsFile, theirs: FeedsFile): FeedsFile {
  const { subscriptions, marks } = mergeFeeds([mine, theirs])
  return { ...mine, subscriptions: [...subscriptions.values()], marks: [...marks.values()] }
}

/** When a change counts as made: now, or the moment after what it changes, where a clock ahead of ours dated that. */
export function changeTime(now: string, before: { changedAt: string } | undefined): string {
  if (before === undefined || now > before.changedAt) return now
  return new Date(Date.parse(before.changedAt) + 1).toISOString()
}

/** A file with these subscriptions and marks in the places of those it had of the same feeds and entries. */
export function withChanges(
  file: FeedsFile,
  {
    subscriptions = [],
    marks = [],
  }: { subscriptions?: readonly Subscription[]; marks?: readonly EntryMark[] },
): FeedsFile {
  const byUrl = new Map(file.subscriptions.map((one) => [one.url, one]))
  for (const one of subscriptions) byUrl.set(one.url, one)
  const byId = new Map(file.marks.map((mark) => [mark.id, mark]))
  for (const mark of marks) byId.set(mark.id, mark)
  return { ...file, subscriptions: [...byUrl.values()], marks: [...byId.values()] }
}

/** Without the marks of entries that these feeds no longer have: what is not present is never shown again. */
export function withoutGone(
  file: FeedsFile,
  feeds: ReadonlySet<string>,
  present: ReadonlySet<string>,
): FeedsFile {
  const marks = file.marks.filter(({ feedId, id }) => !feeds.has(feedId) || present.has(id))
  return marks.length === file.marks.length ? file : { ...file, marks }
}
