import { rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { currentFormat, Format } from '../../src/model/format.ts'
import { ArticleId, NoteId } from '../../src/model/ids.ts'
import { JsonFile, toBytes } from './files/json-file.ts'
import type { Layout } from './files/layout.ts'
import { readable } from './files/notes-files.ts'

/** `.lectern/typing.json`: the note that is being written, as its body stands at this letter. */
const TypedFile = z.object({ format: Format, articleId: ArticleId, id: NoteId, body: z.string() })

export type Typed = Omit<z.infer<typeof TypedFile>, 'format'>

/**
 * What is typed between two savings of a note. It is written at each letter but not forced to the disk: the system keeps it
 * when the app dies, and forcing it would cost a write of the disk per letter.
 */
export class Typing {
  private latest: Typed | null = null
  private last: Promise<void> = Promise.resolve()

  constructor(private readonly layout: Layout) {}

  /** What was being typed when the app ended without a chance to save it; null as a rule. */
  async left(): Promise<Typed | null> {
    const file = await readable(new JsonFile(this.layout.typing, 'local', TypedFile))
    if (file === null) return null
    const { articleId, id, body } = file
    return { articleId, id, body }
  }

  /** Keeps the newest text; one that is no longer the newest when its turn comes is left out. Throws the system's error. */
  async keep(typed: Typed): Promise<void> {
    this.latest = typed
    await this.inTurn(async () => {
      if (this.latest === typed) await this.write(typed)
    })
  }

  /** The note is saved with this text: unless more was typed meanwhile, it is no longer needed. Throws the system's error. */
  async saved(id: NoteId, body: string): Promise<void> {
    if (this.latest?.id !== id || this.latest.body !== body) return
    this.latest = null
    await this.inTurn(() => this.forget())
  }

  async forget(): Promise<void> {
    await rm(this.layout.typing, { force: true })
  }

  private inTurn(task: () => Promise<void>): Promise<void> {
    const turn = this.last.then(task)
    this.last = turn.catch(() => undefined) // its caller hears of it
    return turn
  }

  private async write(typed: Typed): Promise<void> {
    const temporary = `${this.layout.typing}.new`
    await writeFile(temporary, toBytes({ format: currentFormat, ...typed }))
    await rename(temporary, this.layout.typing)
  }
}
