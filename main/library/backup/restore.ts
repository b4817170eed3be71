import type { RestoreItem, RestorePlan } from '../../../src/contract.ts'
import type { AppError, Result } from '../../../src/errors.ts'
import { fail, ok } from '../../../src/errors.ts'
import { joinFiles } from '../../../src/merge/join-files.ts'
import { mergeNotes } from '../../../src/merge/notes.ts'
import type { Article } from '../../../src/model/article.ts'
import type { ArticleId, DeviceId } from '../../../src/model/ids.ts'
import type { FeedsFile } from '../../../src/model/feed.ts'
import type { NotesFile } from '../../../src/model/note.ts'
import type { BackedUpShelf, Backup } from './backup.ts'
import { failureAt } from './failure.ts'
import { Counter, type Progress } from './progress.ts'

/** The library that is restored into. What it is asked to write is on the disk when it has answered. */
export type RestoreTarget = {
  whereIs(id: ArticleId): Promise<'library' | 'trash' | 'nowhere'>
  /** The names of the files in an article's folder, and all devices' notes that can be read; of one in the trash, too. */
  filesOf(id: ArticleId): Promise<{ names: ReadonlySet<string>; notes: NotesFile[] }>
  hasPicture(file: string): Promise<boolean>
  hasSettings(device: DeviceId): Promise<boolean>

  /** Adds a whole article, or nothing. */
  add(id: ArticleId, files: ReadonlyMap<string, Uint8Array>): Promise<Result<unknown>>
  takeBack(id: ArticleId): Promise<Result<unknown>>
  /** Adds files that the article's folder lacks, and joins each of the notes files with its device's own. */
  join(
    id: ArticleId,
    files: ReadonlyMap<string, Uint8Array>,
    notes: readonly NotesFile[],
  ): Promise<Result<unknown>>
  addPicture(file: string, bytes: Uint8Array): Promise<Result<unknown>>
  /** Joins what a device followed with what is known of it. */
  joinFeeds(file: FeedsFile): Promise<Result<unknown>>
  addSettings(device: DeviceId, bytes: Uint8Array): Promise<Result<unknown>>
}

/** The most that a plan tells of one by one. */
const mostItems = 500

/** Looks at what a backup would do to the library, and does nothing. Throws the system's error. */
export async function planRestore(
  backup: Backup,
  target: RestoreTarget,
  onProgress: Progress,
): Promise<Omit<RestorePlan, 'restoreId' | 'name'>> {
  const counts = { added: 0, changed: 0, conflict: 0, same: 0 }
  const items: RestoreItem[] = []
  const counter = new Counter(backup.articles.size, onProgress)
  for (const id of backup.articles.keys()) {
    const step = await stepFor(id, backup, target)
    if (step !== null) {
      counts[step.effect] += 1
      if (step.effect !== 'same' && items.length < mostItems)
        items.push({ id, title: step.title, effect: step.effect })
    }
    counter.next()
  }
  // Reading them notes those that can't be read.
  for (const file of backup.pictures.keys()) await missingPicture(file, backup, target)
  for (const device of backup.settings.keys()) await missingSettings(device, backup, target)
  for (const device of backup.feeds.keys()) await backup.readFeeds(device)
  return { counts, items, skipped: backup.skipped }
}

/**
 * Merges a backup into the library, as it is now: nothing that is there is replaced or removed, and doing it twice does what
 * doing it once does. An article that can't be restored is left as it is and the others are; when nothing can be written any
 * more, it stops between two articles. The error then says how many are done.
 */
export async function applyRestore(
  backup: Backup,
  target: RestoreTarget,
  onProgress: Progress,
): Promise<Result<{ added: number; changed: number }>> {
  const done = { added: 0, changed: 0, conflict: 0, same: 0, left: 0 }
  const restored = await restoreAll().catch((error: unknown) => fail(failureAt(backup.path, error)))
  const { added, changed, conflict, same, left } = done
  if (restored.ok) return ok({ added, changed: changed + conflict })
  const reason = reasonOf(restored.error)
  const whole = added + changed + conflict + same
  return fail({ code: 'restore-stopped', done: whole, total: backup.articles.size - left, reason })

  async function restoreAll(): Promise<Result<unknown>> {
    let first: Result<unknown> = ok({})
    for (const file of backup.pictures.keys()) {
      const bytes = await missingPicture(file, backup, target)
      const written = bytes === null ? ok({}) : await target.addPicture(file, bytes)
      if (!written.ok) return written
    }
    const counter = new Counter(backup.articles.size, onProgress)
    for (const id of backup.articles.keys()) {
      const step = await stepFor(id, backup, target)
      const taken = step === null || step.effect === 'same' ? ok({}) : await step.take()
      if (taken.ok) done[step?.effect ?? 'left'] += 1
      else if (isOfAll(taken.error)) return taken
      else if (first.ok) first = taken
      counter.next()
    }
    for (const device of backup.settings.keys()) {
      const bytes = await missingSettings(device, backup, target)
      const written = bytes === null ? ok({}) : await target.addSettings(device, bytes)
      if (!written.ok) return written
    }
    for (const device of backup.feeds.keys()) {
      const file = await backup.readFeeds(device)
      const joined = file === null ? ok({}) : await target.joinFeeds(file)
      if (!joined.ok) return joined
    }
    return first
  }
}

/** Whether the next article would fail in the same way. */
function isOfAll({ code }: AppError): boolean {
  return ['disk-full', 'library-denied', 'library-gone', 'library-locked'].includes(code)
}

/** The cause of a failure in a few words, for the sentence that says how far the restore came. */
function reasonOf(error: AppError): string {
  switch (error.code) {
    case 'disk-full':
      return 'the disk is full'
    case 'library-denied':
      return `you may not write to ${error.path}`
    case 'library-gone':
      return `${error.path} is not there any more`
    default:
      return 'path' in error && 'reason' in error ? `${error.path}: ${error.reason}` : error.code
  }
}

/** What a backup does to one article. */
type Step = { title: string; effect: RestoreItem['effect']; take: () => Promise<Result<unknown>> }

/** Null where the backup has not enough of the article to be of use; it has noted why. */
async function stepFor(id: ArticleId, backup: Backup, target: RestoreTarget): Promise<Step | null> {
  const shelf = await backup.readShelf(id)
  if (shelf === null) return null
  const { title = shelf.article.title } = mergeNotes([...shelf.notes.values()]).facts
  switch (await target.whereIs(id)) {
    case 'nowhere': {
      const texts = await backup.readTexts(shelf.article)
      if (texts.size === 0) return null
      return { title, effect: 'added', take: () => target.add(id, new Map([...shelf.files, ...texts])) }
    }
    case 'trash':
      return { title, effect: 'added', take: () => takeBack(shelf, backup, target) }
    case 'library':
      return { title, ...(await joining(shelf, backup, target)) }
  }
}

/** Its notes may have been written into since it was removed, on another machine. */
async function takeBack(
  shelf: BackedUpShelf,
  backup: Backup,
  target: RestoreTarget,
): Promise<Result<unknown>> {
  const taken = await target.takeBack(shelf.article.id)
  if (!taken.ok) return taken
  const { effect, take } = await joining(shelf, backup, target)
  return effect === 'same' ? taken : take()
}

async function joining(
  shelf: BackedUpShelf,
  backup: Backup,
  target: RestoreTarget,
): Promise<Omit<Step, 'title'>> {
  const { id } = shelf.article
  const { names, notes } = await target.filesOf(id)
  const theirs = byDevice([...shelf.notes.values()]).filter((file) => gains(notes, file))
  const files = isWhole(shelf.article, names)
    ? new Map<string, Uint8Array>()
    : await lacking(shelf, backup, names)
  const take = (): Promise<Result<unknown>> => target.join(id, files, theirs)
  if (theirs.length === 0) return { effect: files.size === 0 ? 'same' : 'changed', take }
  return { effect: splits(notes, theirs) ? 'conflict' : 'changed', take }
}

/** Whether the folder has all that came in with the article. */
function isWhole({ versions }: Article, names: ReadonlySet<string>): boolean {
  const wanted = ['article.json', ...versions.flatMap(({ content, file }) => [content, file])]
  return wanted.every((name) => names.has(name))
}

/** The files that came in with the article and are lost in the library. */
async function lacking(
  shelf: BackedUpShelf,
  backup: Backup,
  names: ReadonlySet<string>,
): Promise<Map<string, Uint8Array>> {
  const all = new Map([...shelf.files, ...(await backup.readTexts(shelf.article))])
  return new Map([...all].filter(([name]) => !names.has(name) && !name.startsWith('notes.')))
}

/** Each device's files as one. */
function byDevice(files: readonly NotesFile[]): NotesFile[] {
  const joined = new Map<DeviceId, NotesFile>()
  for (const file of files) joined.set(file.device, joinFiles(joined.get(file.device) ?? file, file))
  return [...joined.values()]
}

/** Whether a device's file would have edits that no file of this device has now. */
function gains(ours: readonly NotesFile[], theirs: NotesFile): boolean {
  const known = byDevice(ours.filter((file) => file.device === theirs.device))
  const [joined] = byDevice([...known, theirs])
  const [now = { ...theirs, notes: [], reading: [], facts: [] }] = known
  return JSON.stringify(joined) !== JSON.stringify(now)
}

/** Whether some note would have texts beside its own that it has not now. */
function splits(ours: readonly NotesFile[], theirs: readonly NotesFile[]): boolean {
  const now = new Map(mergeNotes(ours).notes.map((note) => [note.id, note.otherBodies]))
  const { notes } = mergeNotes([...ours, ...theirs])
  return notes.some(({ id, otherBodies }) =>
    otherBodies.some((body) => now.get(id)?.includes(body) === false),
  )
}

/** Null where the library has the picture, or the backup's is not what its name says. */
async function missingPicture(
  file: string,
  backup: Backup,
  target: RestoreTarget,
): Promise<Uint8Array | null> {
  return (await target.hasPicture(file)) ? null : backup.readPicture(file)
}

/** Null where the library has settings of this device, or the backup's can't be read. */
async function missingSettings(
  device: DeviceId,
  backup: Backup,
  target: RestoreTarget,
): Promise<Uint8Array | null> {
  return (await target.hasSettings(device)) ? null : backup.readSettings(device)
}
