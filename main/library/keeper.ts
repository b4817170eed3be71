import { Low } from 'lowdb'
import type { AppError, Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { errorCode } from './files/durable.ts'
import type { JsonFile } from './files/json-file.ts'
import { DamagedFile, NewerFile } from './files/json-file.ts'

/**
 * One file of the library and its value in memory. The value changes only after the new one is on the disk, and
 * changes wait for each other. lowdb's own `update` changes memory first, so it is not used.
 */
export class Keeper<T> {
  private last: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly file: JsonFile<T>,
    private readonly low: Low<T>,
  ) {}

  /** Opens a file; `initial` stands for it until it is first written. Throws what `JsonFile.read` throws. */
  static async open<T>(file: JsonFile<T>, initial: T): Promise<Keeper<T>> {
    const low = new Low<T>(file, initial)
    await low.read()
    return new Keeper(file, low)
  }

  get value(): T {
    return this.low.data
  }

  /** Computes the next value, writes it, then makes it the current one. */
  async change(next: (current: T) => T): Promise<Result<T>> {
    const change = this.last.then(async () => {
      const value = next(this.low.data)
      await this.file.write(value)
      this.low.data = value
      return value
    })
    this.last = change.catch(() => undefined) // the caller hears of it; the next change must not
    return change.then(ok, (error: unknown) => fail(fileError(this.file.path, error)))
  }
}

/** What a failure at a file of the library means to a person. Throws on what is no system error: that is a bug. */
export function fileError(path: string, error: unknown): AppError {
  if (error instanceof NewerFile) return { code: 'library-newer', path: error.path, format: error.format }
  if (error instanceof DamagedFile)
    return { code: 'library-damaged', path: error.path, reason: error.message }
  const code = errorCode(error)
  if (code === undefined) throw error
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full', path }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'library-denied', path }
  return { code: 'write-failed', path, reason: code }
}
