import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from '../../../main/session.ts'
import type { Result } from '../../../src/errors.ts'
import { ask, must, noteText, stock } from '../ask.ts'
import { JumpingClock } from '../jumping-clock.ts'
import { randomOf, type Round, type Row, Tally } from '../kind.ts'
import { inMemory } from '../mount.ts'
import { withLibrary } from '../opened.ts'
import type { Random } from '../random.ts'

const hourMs = 60 * 60 * 1000
const yearMs = 365 * 24 * hourMs

/** What the last answered write made of each note. */
type Notes = Map<string, { articleId: string; body: string }>

/**
 * Two devices write into one library in turn, under clocks that jump by up to ten years either way, between sessions and
 * within them. Each has read what the other wrote, so the write made last is the one that counts.
 */
export async function clockJumps(round: Round): Promise<Row[]> {
  const tally = new Tally()
  const random = randomOf(round, 30)
  const clock = new JumpingClock()
  const work = inMemory(round)
  const jump = (): void =>
    clock.jump(random.pick([-10 * yearMs, -yearMs, -hourMs, 0, hourMs, yearMs, 10 * yearMs]))
  let turn = { root: '', articles: [] as string[], notes: new Map() as Notes }
  for (tally.runs = 0; tally.runs < (round.isLong ? 1000 : 40); tally.runs++) {
    if (tally.runs % sessionsPerLibrary === 0)
      turn = { root: join(work, `library-${tally.runs}`), articles: [], notes: new Map() }
    const device = join(work, random.pick(['one', 'another']))
    mkdirSync(device, { recursive: true })
    process.env['XDG_CONFIG_HOME'] = device
    jump()
    await withLibrary(turn.root, tally, async (session) => {
      await checkNotes(session, turn.notes, tally)
      if (turn.articles.length === 0) turn.articles = await stock(session, 3)
      for (let operation = 0; operation < 8; operation++) {
        if (random.next() < 0.4) jump()
        const answer = await writeOne({ session, random, ...turn }, `${tally.runs}/${operation}`)
        if (answer.ok) tally.acknowledged += 1
        else tally.break(`refused: ${JSON.stringify(answer.error)}`)
      }
      await checkNotes(session, turn.notes, tally)
    })
  }
  return [tally.row('clock jumps', 'two devices in turn, by up to ten years either way')]
}

const sessionsPerLibrary = 20

type Turn = { session: Session; random: Random; articles: string[]; notes: Notes }

async function writeOne({ session, random, articles, notes }: Turn, body: string): Promise<Result<unknown>> {
  if (notes.size < 3 || random.next() < 0.3) {
    const articleId = random.pick(articles)
    const answer = await ask(session, 'note.add', { articleId, span: null, ...noteText(body) })
    if (answer.ok) notes.set(answer.value.note.id, { articleId, body })
    return answer
  }
  const [id, { articleId }] = random.pick([...notes])
  const answer = await ask(session, 'note.edit', { articleId, id, change: { body } })
  if (answer.ok) notes.set(id, { articleId, body })
  return answer
}

async function checkNotes(session: Session, notes: Notes, tally: Tally): Promise<void> {
  for (const articleId of new Set([...notes.values()].map((note) => note.articleId))) {
    const open = await must(ask(session, 'article.open', { id: articleId }))
    const found = new Map(open.notes.map(({ note }) => [note.id as string, note]))
    for (const [id, expected] of [...notes].filter(([, note]) => note.articleId === articleId)) {
      const note = found.get(id)
      if (note?.body !== expected.body) {
        tally.lost += 1
        tally.break(`note ${id} is ${note?.body}, not ${expected.body}`)
      } else if (note.otherBodies.length > 0)
        tally.break(`note ${id} has two texts, which nobody wrote at once`)
    }
  }
}
