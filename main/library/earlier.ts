import type { Snapshot } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { mergeNotes } from '../../src/merge/notes.ts'
import { bringBack, changesSince } from '../../src/merge/bring-back.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { NotesFile, type PlacedNote } from '../../src/model/note.ts'
import { JsonFile } from './files/json-file.ts'
import { readable } from './files/notes-files.ts'
import type { SnapshotFile } from './files/snapshots.ts'
import type { Library } from './library.ts'
import type { Notes } from './notes.ts'
import { placeAll } from './page.ts'

/** The notes of an article as they stood before: its snapshots, to look at and to bring back. */
export class Earlier {
  constructor(
    private readonly library: Library,
    private readonly notes: Notes,
  ) {}

  /** Those that can be read, newest first. */
  async list(articleId: ArticleId): Promise<Result<Snapshot[]>> {
    const shelf = await this.library.shelf(articleId)
    if (!shelf.ok) return shelf
    const found: Snapshot[] = []
    for (const copy of await this.library.parts.snapshots.listArticle(articleId)) {
      const file = await readCopy(copy)
      if (file === null) continue
      const notes = mergeNotes([file]).notes.length
      const differing = changesSince(shelf.value.files, file).length
      found.push({ name: copy.name, takenAt: copy.takenAt, notes, differing })
    }
    return ok(found)
  }

  async open(articleId: ArticleId, name: string): Promise<Result<PlacedNote[]>> {
    const page = await this.notes.page(articleId)
    if (!page.ok) return page
    const file = await this.find(articleId, name)
    return file.ok ? ok(placeAll(page.value.content, mergeNotes([file.value]).notes)) : file
  }

  /** Brings back what is gone or different; answers all notes as they stand then. */
  async restore(articleId: ArticleId, name: string): Promise<Result<PlacedNote[]>> {
    const page = await this.notes.page(articleId)
    if (!page.ok) return page
    const file = await this.find(articleId, name)
    if (!file.ok) return file
    return this.notes.writeAll(page.value, (context) => bringBack(context, file.value))
  }

  private async find(articleId: ArticleId, name: string): Promise<Result<NotesFile>> {
    const copies = await this.library.parts.snapshots.listArticle(articleId)
    const copy = copies.find((candidate) => candidate.name === name)
    const file = copy === undefined ? null : await readCopy(copy)
    return file === null ? fail({ code: 'snapshot-unknown', name }) : ok(file)
  }
}

function readCopy({ path }: SnapshotFile): Promise<NotesFile | null> {
  return readable(new JsonFile(path, 'notes', NotesFile))
}
