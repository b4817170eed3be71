import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from '../../main/session.ts'
import { ask } from './ask.ts'
import type { Tally } from './kind.ts'
import { isLeftOver } from './tree.ts'
import type { Line, WriterPlan } from './writer-line.ts'

type Started = Extract<Line, { did: 'started' }>

/** What a library was asked to write and what it said it had: the other half of every check. */
export class Ledger {
  /** Of each article the headline it was added under, and of each note the texts it may have: the last one saved, and those begun since. */
  readonly articles = new Map<string, { title: string; notes: Map<string, string[]> }>()
  acknowledged = 0
  refused: Line[] = []
  private readonly started = new Map<number, Started>()

  constructor(readonly root: string) {}

  /** Writes that were begun and not answered. */
  get pending(): number {
    return this.started.size
  }

  /** Takes in what one writer said, from its start to its end. */
  take(lines: readonly Line[]): void {
    this.started.clear() // what an earlier writer did not get answered never will be
    for (const line of lines) {
      if (line.did === 'started') this.begin(line)
      if (line.did === 'saved') this.acknowledge(line.operation, line.id)
      if (line.did === 'refused') {
        this.refused.push(line)
        this.started.delete(line.operation)
      }
    }
  }

  /** What the next writer may go on with: the newest notes, because what is long saved is at no risk. */
  plan(): WriterPlan['articles'] {
    return [...this.articles].map(([id, { notes }]) => ({ id, notes: [...notes.keys()].slice(-10) }))
  }

  /** Looks everything up that was acknowledged; what is found becomes what is expected from now on. */
  async check(session: Session, tally: Tally): Promise<void> {
    for (const [id, expected] of this.articles) {
      const open = await ask(session, 'article.open', { id })
      if (!open.ok) {
        tally.damaged += 1
        tally.break(`article ${id} (${expected.title}): ${JSON.stringify(open.error)}`)
        continue
      }
      const found = new Map(open.value.notes.map(({ note }) => [note.id as string, note.body]))
      for (const [noteId, texts] of expected.notes) {
        const text = found.get(noteId)
        if (text !== undefined && texts.includes(text)) {
          expected.notes.set(noteId, [text])
          continue
        }
        tally.lost += 1
        const there = text === undefined ? 'nothing' : `“${text.slice(0, 60)}”`
        tally.break(`note ${noteId} of ${id}: ${there} instead of “${texts[0]?.slice(0, 60)}”`)
      }
    }
    await this.checkOthers(session, tally)
  }

  /** An article whose import was not answered is there whole or not at all. */
  private async checkOthers(session: Session, tally: Tally): Promise<void> {
    const folder = join(this.root, 'articles')
    const names = existsSync(folder) ? readdirSync(folder) : []
    for (const id of names.filter((name) => !this.articles.has(name) && !isLeftOver(name))) {
      const open = await ask(session, 'article.open', { id })
      if (open.ok) continue
      tally.damaged += 1
      tally.break(`article ${id}, whose import was not answered: ${JSON.stringify(open.error)}`)
    }
  }

  private begin(line: Started): void {
    this.started.set(line.operation, line)
    if ('noteId' in line && line.noteId !== undefined)
      this.articles.get(line.articleId)?.notes.get(line.noteId)?.push(line.body)
  }

  private acknowledge(operation: number, id: string): void {
    const line = this.started.get(operation)
    if (line === undefined) throw new Error(`write ${operation} was answered and never begun`)
    this.started.delete(operation)
    this.acknowledged += 1
    if ('title' in line) this.articles.set(id, { title: line.title, notes: new Map() })
    else this.articles.get(line.articleId)?.notes.set(id, [line.body])
  }
}
