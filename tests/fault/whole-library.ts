import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openToServe, openToWrite, type Session } from '../../main/session.ts'
import { ask, must, noteText, stock } from './ask.ts'
import { JumpingClock } from './jumping-clock.ts'
import { filesIn } from './tree.ts'

/** A library with a file of every kind, and what a reader finds in it. */
export type WholeLibrary = {
  root: string
  files: ReadonlyMap<string, { bytes: Buffer; modified: Date }>
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
    const app = await must(openToServe(root, () => undefined))
    await must(ask(app, 'settings.save', { fontSize: 21 }))
    await app.close()
  })
  const articles = new Map<string, string[]>()
  await withSession(root, async (session) => {
    for (const id of [broken, ...kept]) articles.set(id, (await readNotes(session, id)) ?? [])
  })
  // What was set aside is not looked at again.
  const paths = filesIn(root).filter((path) => !path.includes('/lock.') && !path.startsWith('damaged/'))
  const files = new Map(paths.map((path) => [path, readWhole(join(root, path))]))
  return { root, files, articles }
}

function readWhole(path: string): { bytes: Buffer; modified: Date } {
  return { bytes: readFileSync(path), modified: statSync(path).mtime }
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
