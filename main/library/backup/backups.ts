import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { LibraryEvent, RestorePlan } from '../../../src/contract.ts'
import type { Result } from '../../../src/errors.ts'
import { fail, ok } from '../../../src/errors.ts'
import type { ArticleId } from '../../../src/model/ids.ts'
import { exportedFile } from '../exported-file.ts'
import type { Library } from '../library.ts'
import type { Notes } from '../notes.ts'
import { Backup } from './backup.ts'
import { failureAt } from './failure.ts'
import type { Progress } from './progress.ts'
import { applyRestore, planRestore } from './restore.ts'
import { LibraryTarget } from './restore-target.ts'
import { writeBackup } from './write-backup.ts'

/** How many backups that were read may wait for a yes; each holds its file open. */
const mostWaiting = 4

/** Writes backups of a library, and restores from them. */
export class Backups {
  private readonly waiting = new Map<string, Backup>()

  constructor(
    private readonly library: Library,
    private readonly notes: Notes,
  ) {}

  async write(path: string): Promise<Result<{ articles: number; bytes: number }>> {
    const { layout, options } = this.library
    return writeBackup({
      layout,
      path,
      now: options.clock(),
      markdown: (id) => this.markdownOf(id),
      onProgress: this.sayer('backup'),
    })
  }

  /** Reads a backup and keeps it until it is restored from or discarded. */
  async read(path: string): Promise<Result<RestorePlan>> {
    const backup = await Backup.open(path)
    if (!backup.ok) return backup
    try {
      const target = new LibraryTarget(this.library)
      const plan = await planRestore(backup.value, target, this.sayer('restore'))
      return ok({ restoreId: this.keep(backup.value), name: basename(path), ...plan })
    } catch (error) {
      await backup.value.close()
      return fail(failureAt(path, error))
    }
  }

  async apply(restoreId: string): Promise<Result<{ added: number; changed: number }>> {
    const backup = this.waiting.get(restoreId)
    if (backup === undefined) return fail({ code: 'restore-gone' })
    this.waiting.delete(restoreId)
    try {
      return await applyRestore(backup, new LibraryTarget(this.library), this.sayer('restore'))
    } finally {
      await backup.close()
    }
  }

  discard(restoreId: string): void {
    void this.waiting.get(restoreId)?.close()
    this.waiting.delete(restoreId)
  }

  private keep(backup: Backup): string {
    const id = randomUUID()
    this.waiting.set(id, backup)
    const [oldest] = this.waiting.keys()
    if (this.waiting.size > mostWaiting && oldest !== undefined) this.discard(oldest)
    return id
  }

  /** Null for an article without notes, and for one whose text can't be had: its files are in the backup as they are. */
  private async markdownOf(id: ArticleId): Promise<{ name: string; markdown: string } | null> {
    const page = await this.notes.page(id)
    if (!page.ok || page.value.shelf.merged.notes.length === 0) return null
    return exportedFile(this.library, page.value)
  }

  private sayer(task: Extract<LibraryEvent, { kind: 'progress' }>['task']): Progress {
    return (done, total) => this.library.options.publish({ kind: 'progress', task, done, total })
  }
}
