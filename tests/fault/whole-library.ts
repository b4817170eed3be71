import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openToServe, openToWrite, type Session } from '../../main/session.ts'
import { ask, must, noteText, stock } from './ask.ts'
import { JumpingClock } from './jumping-clock.ts'
import { filesIn } from './tree.ts'

/** A library with a file of every kind, and what a reader finds in it. */
export type WholeLibrary = {
  root: string
  /** Its files, and its folders (without bytes), by their path in it. */
  entries: ReadonlyMap<string, { bytes: Buffer | null; modified: Date }>
  /** Of each article its notes' texts. */
  articles: ReadonlyMap<string, readonly string[]>
}

/** Longer than notes wait for their next snapshot. */
const pauseMs = 10 * 60 * 1000

/**
 * Two devices read and write, one article and one note go to the trash, one file was damaged and restored, and the app was
 * open once.
 */
export async function makeWholeLibrary(work: string): Promise<WholeLibrary> {
  const root = join(work, 'library')
  const clock = new JumpingClock()
  clock.jump(-10 * pauseMs)
  const ids = await on(work, 'one', () => withSession(root, (session) => stock(session, 4)))
  for (const pauses of [9, 8, 7]) {
    clock.jump(-pauses * pauseMs)
    await on(work, 'one', () =>
      withSession(root, (session) => annotate(session, ids, `${pauses} pauses ago`)),
    )
  }
  await on(work, 'another', () => withSession(root, (session) => annotate(session, ids, 'elsewhere')))
  clock.jump(0)
  const [broken = '', left = '', ...kept] = ids
  await on(work, 'one', async () => {
    await withSession(root, (session) => leave(session, left))
    breakFile(root, (path) => path.startsWith(`articles/${broken}/notes.`))
    await withSession(root, async (session) => must(ask(session, 'library.verify', { repair: true })))
    age(root)
    const app = await must(openToServe(root, () => undefined))
    await must(ask(app, 'settings.save', { fontSize: 21 }))
    await app.close()
  })
  const articles = new Map<string, string[]>()
  await withSession(root, async (session) => {
    for (const id of [broken, ...kept]) articles.set(id, (await readNotes(session, id)) ?? [])
  })
  return { root, entries: entriesOf(root), articles }
}

/** Puts the library back as it was, times included: to the list nothing has changed. */
export function putBack({ root, entries }: WholeLibrary): void {
  rmSync(root, { recursive: true })
  mkdirSync(root)
  for (const [path, { bytes }] of entries) {
    if (bytes === null) mkdirSync(join(root, path))
    else writeFileSync(join(root, path), bytes)
  }
  // A folder's time changes with what is put into it, so it goes last.
  for (const [path, { modified }] of [...entries].reverse()) utimesSync(join(root, path), modified, modified)
}

/** Folders come before what is in them. What was set aside is left out: nobody looks at it again. */
function entriesOf(root: string): WholeLibrary['entries'] {
  const paths = (readdirSync(root, { recursive: true }) as string[]).sort()
  const meant = paths.filter((path) => !path.includes('/lock.') && !path.startsWith('damaged'))
  return new Map(meant.map((path) => [path, entryOf(join(root, path))]))
}

function entryOf(path: string): { bytes: Buffer | null; modified: Date } {
  const found = statSync(path)
  return { bytes: found.isDirectory() ? null : readFileSync(path), modified: found.mtime }
}

/** What is younger than some seconds may be in the middle of being written, and is waited for. */
function age(root: string): void {
  const hoursAgo = Date.now() / 1000 - 2 * 60 * 60
  for (const path of (readdirSync(root, { recursive: true }) as string[]).reverse())
    if (!path.startsWith('.lectern')) utimesSync(join(root, path), hoursAgo, hoursAgo)
}

/** The texts of an article's notes, sorted; null where it can not be opened. */
export async function readNotes(session: Session, id: string): Promise<string[] | null> {
  const open = await ask(session, 'article.open', { id })
  return open.ok ? open.value.notes.map(({ note }) => note.body).sort() : null
}

/** Is another device for a while: what tells devices apart lies in the configuration folder. */
async function on<T>(work: string, device: string, use: () => Promise<T>): Promise<T> {
  const config = join(work, device)
  mkdirSync(config, { recursive: true })
  process.env['XDG_CONFIG_HOME'] = config
  const result = await use()
  process.env['XDG_CONFIG_HOME'] = join(work, 'one')
  return result
}

async function withSession<T>(root: string, use: (session: Session) => Promise<T>): Promise<T> {
  const session = await must(openToWrite(root, 'the maker'))
  const result = await use(session)
  await session.close()
  return result
}

async function annotate(session: Session, ids: readonly string[], body: string): Promise<void> {
  for (const articleId of ids)
    await must(ask(session, 'note.add', { articleId, span: { start: 0, end: 5 }, ...noteText(body) }))
}

async function leave(session: Session, id: string): Promise<void> {
  await must(ask(session, 'settings.save', { fontSize: 20 }))
  await must(ask(session, 'article.remove', { id }))
}

function breakFile(root: string, isMeant: (path: string) => boolean): void {
  const path = filesIn(root).find(isMeant)
  if (path === undefined) throw new Error('the library has no such file')
  const bytes = readFileSync(join(root, path))
  writeFileSync(join(root, path), bytes.subarray(0, bytes.length / 2))
}
