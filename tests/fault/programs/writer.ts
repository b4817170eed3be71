import { writeSync } from 'node:fs'
import { openToWrite, type Session } from '../../../main/session.ts'
import { ask, noteText, readStory } from '../ask.ts'
import { Random } from '../random.ts'
import type { Line, LineBody, WriterPlan } from '../writer-line.ts'

// Writes into a library until it is stopped, and says of each write when it begins and when it was answered. A line is on the
// pipe before the next thing is done, so it survives this process.
const plan = JSON.parse(process.argv[2] ?? '') as WriterPlan
const random = new Random(plan.seed)
let operations = 0
let isEnding = false

function say(line: LineBody): void {
  const full: Line = { ...line, atUs: Number(process.hrtime.bigint() / 1000n) }
  writeSync(1, JSON.stringify(full) + '\n')
}

process.stdin.on('end', () => (isEnding = true)).resume()

const opened = await openToWrite(plan.root, plan.name)
if (!opened.ok) {
  say({ did: 'not-opened', error: opened.error })
  process.exit(3)
}
say({ did: 'opened' })
const articles = plan.articles.map(({ id }) => id)
// Several at once, as in the app; each has notes of its own, so that it is known which text of a note is the last.
const own = Array.from({ length: plan.atOnce }, (_, chain) =>
  plan.articles
    .flatMap(({ id, notes }) => notes.map((note) => ({ articleId: id, id: note })))
    .filter((_note, index) => index % plan.atOnce === chain),
)
await Promise.all(own.map((notes) => writeOn(opened.value, notes)))
say({ did: 'closing' })
await opened.value.close()
say({ did: 'closed' })
process.exit(0)

type NotePlace = { articleId: string; id: string }

async function writeOn(session: Session, notes: NotePlace[]): Promise<void> {
  while (!isEnding && (plan.operations === null || operations < plan.operations)) {
    const operation = ++operations
    const chance = random.next()
    if (articles.length === 0 || chance < plan.imports) await addArticle(session, operation)
    else if (notes.length === 0 || chance < 0.5) await addNote(session, operation, notes)
    else await editNote(session, operation, random.pick(notes))
    if (plan.pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, plan.pauseMs))
  }
}

async function addArticle(session: Session, operation: number): Promise<void> {
  const title = `Story ${operation} of ${plan.name}, seed ${plan.seed}`
  const draftId = await readStory(session, title)
  say({ did: 'started', operation, title })
  const answer = await ask(session, 'import.save', { draftId, facts: {} })
  if (!answer.ok) return say({ did: 'refused', operation, error: answer.error })
  say({ did: 'saved', operation, id: answer.value.id })
  articles.push(answer.value.id)
}

async function addNote(session: Session, operation: number, notes: NotePlace[]): Promise<void> {
  const articleId = random.pick(articles)
  const body = newBody(operation)
  const span = random.next() < 0.5 ? null : { start: 0, end: 5 }
  say({ did: 'started', operation, articleId, body })
  const answer = await ask(session, 'note.add', { articleId, span, ...noteText(body) })
  if (!answer.ok) return say({ did: 'refused', operation, error: answer.error })
  const { id } = answer.value.note
  say({ did: 'saved', operation, id })
  notes.push({ articleId, id })
}

async function editNote(session: Session, operation: number, { articleId, id }: NotePlace): Promise<void> {
  const body = newBody(operation)
  say({ did: 'started', operation, articleId, noteId: id, body })
  const answer = await ask(session, 'note.edit', { articleId, id, change: { body } })
  if (!answer.ok) return say({ did: 'refused', operation, error: answer.error })
  say({ did: 'saved', operation, id })
}

/** Its number makes it the only one of its kind; from a few characters to a few pages. */
function newBody(operation: number): string {
  return `${plan.name} ${plan.seed}/${operation} ${'tide '.repeat(random.between(0, 400))}`.trim()
}
