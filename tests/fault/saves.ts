import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from '../../main/session.ts'
import type { Result } from '../../src/errors.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { ask, must, noteText, readStory, stock } from './ask.ts'
import type { Tally } from './kind.ts'

export type Save = {
  name: string
  run: () => Promise<Result<unknown>>
  /** Whether it has happened although it was refused: it failed at its last step. */
  hasHappened: () => boolean
}

/**
 * Saves of several kinds into one library, and what must be there after them. What was refused may have happened or not, until
 * it is saved once more.
 */
export class Saves {
  /** Of each note the texts it may have. */
  private readonly notes = new Map<string, string[]>()
  private readonly added: string[] = []
  private readonly removed: string[] = []
  private fontSizes = [defaultSettings.fontSize]
  /** Versions of the article that gets them, the first among them. */
  private versions = 1

  private constructor(
    readonly root: string,
    private readonly session: Session,
    /** One that gets notes, and one that gets versions. */
    private readonly articles: { articleId: string; versioned: string },
  ) {}

  /** A library with a much-annotated article: its notes file takes 40 kB, so that a disk fills up within it. */
  static async begin(root: string, session: Session): Promise<Saves> {
    const [articleId = '', versioned = ''] = await stock(session, 2)
    const saves = new Saves(root, session, { articleId, versioned })
    for (let index = 0; index < 20; index++) await must(saves.addNote(`${index} ${longText}`))
    return saves
  }

  /** One save of each kind, ready to be made: whatever it needs has been read and written. */
  async next(number: number): Promise<Save[]> {
    const toAdd = await readStory(this.session, `Story ${number}`)
    const toRemove = await readStory(this.session, `Story ${number}, to be removed`)
    const { id } = await must(ask(this.session, 'import.save', { draftId: toRemove, facts: {} }))
    const newer = await readStory(this.session, `Story ${number}, a later edition`)
    const before = this.versionsOnDisk()
    const hasHappened = (): boolean => false
    return [
      { name: 'note.edit', run: () => this.editNote(`${number} ${longText}`), hasHappened },
      { name: 'note.add', run: () => this.addNote(`${number}, added`), hasHappened },
      { name: 'import.save', run: () => this.addArticle(toAdd), hasHappened },
      {
        name: 'import.save, a version',
        run: () => this.addVersion(newer),
        hasHappened: () => this.versionsOnDisk() > before,
      },
      { name: 'settings.save', run: () => this.saveSettings(15 + (number % 14)), hasHappened },
      { name: 'article.remove', run: () => this.remove(id), hasHappened: () => this.isInTrash(id) },
    ]
  }

  /** Looks all of it up in the library as it is on the disk. */
  async check(session: Session, tally: Tally): Promise<void> {
    const open = await ask(session, 'article.open', { id: this.articles.articleId })
    if (!open.ok) return this.miss(tally, `the annotated article: ${JSON.stringify(open.error)}`)
    const bodies = new Map(open.value.notes.map(({ note }) => [note.id as string, note.body]))
    for (const [id, texts] of this.notes) {
      if (!texts.includes(bodies.get(id) ?? ''))
        this.miss(tally, `note ${id} is ${bodies.get(id)?.slice(0, 40)}`)
    }
    // All of them would take longer with each save; those saved long ago are at no risk.
    for (const id of this.added.slice(-3)) {
      const article = await ask(session, 'article.open', { id })
      if (!article.ok) this.miss(tally, `article ${id}: ${JSON.stringify(article.error)}`)
    }
    for (const id of this.removed.slice(-3)) {
      if (!this.isInTrash(id)) this.miss(tally, `article ${id} was removed and is not in the trash`)
    }
    const newest = await ask(session, 'article.open', { id: this.articles.versioned })
    if (!newest.ok || newest.value.article.versions.length < this.versions)
      this.miss(tally, `a version of ${this.articles.versioned}: ${JSON.stringify(newest).slice(0, 200)}`)
    const settings = await must(ask(session, 'settings.get', {}))
    if (!this.fontSizes.includes(settings.fontSize))
      this.miss(tally, `the settings have ${settings.fontSize}, not ${this.fontSizes.join(' or ')}`)
  }

  private async addNote(text: string): Promise<Result<unknown>> {
    const answer = await ask(this.session, 'note.add', {
      articleId: this.articles.articleId,
      span: null,
      ...noteText(text),
    })
    if (answer.ok) this.notes.set(answer.value.note.id, [text])
    return answer
  }

  private async editNote(body: string): Promise<Result<unknown>> {
    const [[id, texts] = ['', []]] = this.notes
    const answer = await ask(this.session, 'note.edit', {
      articleId: this.articles.articleId,
      id,
      change: { body },
    })
    this.notes.set(id, answer.ok ? [body] : [...texts, body])
    return answer
  }

  private async addArticle(draftId: string): Promise<Result<unknown>> {
    const answer = await ask(this.session, 'import.save', { draftId, facts: {} })
    if (answer.ok) this.added.push(answer.value.id)
    return answer
  }

  private async addVersion(draftId: string): Promise<Result<unknown>> {
    const versionOf = this.articles.versioned
    const answer = await ask(this.session, 'import.save', { draftId, facts: {}, versionOf })
    if (answer.ok) this.versions = answer.value.versions
    return answer
  }

  private versionsOnDisk(): number {
    const names = readdirSync(join(this.root, 'articles', this.articles.versioned))
    return names.filter((name) => name.startsWith('version-') && name.endsWith('.json')).length
  }

  private async saveSettings(fontSize: number): Promise<Result<unknown>> {
    const answer = await ask(this.session, 'settings.save', { fontSize })
    this.fontSizes = answer.ok ? [fontSize] : [...this.fontSizes, fontSize]
    return answer
  }

  private async remove(id: string): Promise<Result<unknown>> {
    const answer = await ask(this.session, 'article.remove', { id })
    if (answer.ok) this.removed.push(id)
    return answer
  }

  /** There wholly, and no longer where it was. */
  private isInTrash(id: string): boolean {
    const isThere = existsSync(join(this.root, 'articles', id))
    return !isThere && existsSync(join(this.root, 'trash', id, 'article.json'))
  }

  private miss(tally: Tally, what: string): void {
    tally.lost += 1
    tally.break(what)
  }
}

const longText = 'tide '.repeat(400).trim()
