import { execFileSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { openToRead, openToWrite, type Session } from '../../../main/session.ts'
import { ask, must, noteText, stock } from '../ask.ts'
import { type Round, type Row, skipped, Tally } from '../kind.ts'
import { compile, hasProgram, makeImage, mountImage, mountTmpfs, remount, unmount } from '../mount.ts'
import { ageLock, withLibrary } from '../opened.ts'
import { bytesOf, filesIn } from '../tree.ts'

/** A library that can be read and not written, from the start on or all at once. */
export async function readOnly(round: Round): Promise<Row[]> {
  if (!round.canMount.tmpfs) return [skipped('read-only', 'no disk can be mounted here')]
  const tally = new Tally()
  await fromTheStart(join(round.work, 'still'), tally)
  await goneMeanwhile(join(round.work, 'gone'), tally)
  const row = tally.row('read-only, gone', 'mounted so; the folder taken away while it is open')
  if (!round.canMount.image || !hasProgram('gcc'))
    return [row, skipped('read-only meanwhile', 'no image can be mounted here, or gcc is missing')]
  return [row, await turning(round)]
}

async function fromTheStart(folder: string, tally: Tally): Promise<void> {
  mountTmpfs(folder, 'size=8m')
  const root = join(folder, 'library')
  const made = await makeLibrary(root, tally)
  await made.session.close()
  remount(folder, 'ro')
  const before = bytesOf(root, filesIn(root))
  tally.runs += 1

  const reading = await must(openToRead(root))
  await checkNote(reading, made, tally)
  await reading.close()
  const writing = await openToWrite(root, 'the read-only disk')
  if (writing.ok) {
    await checkRefused(writing.value, made.articleId, tally)
    await closed(writing.value, tally)
  } else if (writing.error.code !== 'library-denied')
    tally.break(`opening a read-only library: ${JSON.stringify(writing.error)}`)
  const after = bytesOf(root, filesIn(root))
  for (const [path, bytes] of before)
    if (!after.get(path)?.equals(bytes)) tally.break(`${path} changed on a read-only disk`)
  unmount(folder)
}

/** The drive is pulled: nothing may be made anew where it was. */
async function goneMeanwhile(root: string, tally: Tally): Promise<void> {
  const made = await makeLibrary(root, tally)
  tally.runs += 1
  renameSync(root, `${root}-elsewhere`)
  await checkRefused(made.session, made.articleId, tally)
  if (existsSync(root)) tally.break(`the folder was made anew: ${filesIn(root).join(', ')}`)
  await closed(made.session, tally)
  if (existsSync(root)) tally.break(`the folder was made anew in closing: ${filesIn(root).join(', ')}`)
  // To read: the lock went with the folder, and its holder, which is this process, lives.
  const reading = await must(openToRead(`${root}-elsewhere`))
  await checkNote(reading, made, tally)
  await reading.close()
}

/** The disk of an open library turns read-only, as Linux does after a write error, or answers to nothing any more. */
async function turning(round: Round): Promise<Row> {
  const tally = new Tally()
  const folder = join(round.work, 'turning')
  const image = join(round.work, 'turning.img')
  const program = compile(join(round.programs, 'native/power-cut.c'), round.work)
  makeImage(image, 'ext4', 16 * 2 ** 20)
  const turns = [(): void => remount(folder, 'abort'), (): void => void execFileSync(program, [folder])]
  for (const [index, turn] of turns.entries()) {
    mountImage(image, folder, '')
    const root = join(folder, `library-${index}`)
    const made = await makeLibrary(root, tally)
    tally.runs += 1
    turn()
    await checkRefused(made.session, made.articleId, tally)
    await closed(made.session, tally)
    unmount(folder)
    mountImage(image, folder, '')
    ageLock(root)
    await withLibrary(root, tally, (session) => checkNote(session, made, tally))
    unmount(folder)
  }
  return tally.row('read-only meanwhile', 'ext4 aborted; ext4 shut down')
}

type Made = { session: Session; articleId: string; noteId: string }

const body = 'on the disk'

async function makeLibrary(root: string, tally: Tally): Promise<Made> {
  const session = await must(openToWrite(root, 'the writer'))
  const [articleId = ''] = await stock(session, 1)
  const { note } = await must(ask(session, 'note.add', { articleId, span: null, ...noteText(body) }))
  tally.acknowledged += 2
  return { session, articleId, noteId: note.id }
}

async function checkNote(session: Session, made: Made, tally: Tally): Promise<void> {
  const open = await ask(session, 'article.open', { id: made.articleId })
  if (!open.ok) {
    tally.damaged += 1
    return tally.break(`article.open: ${JSON.stringify(open.error)}`)
  }
  if (!open.value.notes.some(({ note }) => note.id === made.noteId && note.body === body)) tally.lost += 1
}

/** Closing must not fail either: there is nobody who could do anything about it. */
async function closed(session: Session, tally: Tally): Promise<void> {
  await session.close().catch((error: unknown) => tally.break(`closing: ${String(error)}`))
}

/** Every way to write answers with a failure that is one, and soon. */
async function checkRefused(session: Session, articleId: string, tally: Tally): Promise<void> {
  const answers = {
    'note.add': await ask(session, 'note.add', { articleId, span: null, ...noteText('not to be') }),
    'settings.save': await ask(session, 'settings.save', { fontSize: 25 }),
    'article.remove': await ask(session, 'article.remove', { id: articleId }),
  }
  for (const [method, answer] of Object.entries(answers)) {
    if (answer.ok) tally.break(`${method} answered that it is saved`)
    else if (!['library-denied', 'write-failed', 'library-gone'].includes(answer.error.code))
      tally.break(`${method}: ${JSON.stringify(answer.error)}`)
  }
}
