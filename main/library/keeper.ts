import { Low } from 'lowdb'
import type { AppError, Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { errorCode } from './files/durable.ts'
import { ChangedFile, DamagedFile, type JsonFile, NewerFile } from './files/json-file.ts'

/** How a keeper meets a file that somebody else has changed. */
export type Care<T> = {
  /** What the value becomes when the file was found to hold another one. */
  join: (mine: T, theirs: T) => T
  /** Takes a damaged file out of the way: the value in memory is written again. */
  setAside: (damaged: DamagedFile) => Promise<void>
}

/** Most files are taken as they are found, and one that is damaged is an error. */
function noCare<T>(): Care<T> {
  return { join: (_mine, theirs) => theirs, setAside: (damaged) => Promise.reject(damaged) }
}

/** A synchroniser may change a file again while it is being joined; more often than this it is not one. */
const maxTries = 5

/**
 * One file of the library and its value in memory. The value changes only after the new one is on the disk, and
 * changes wait for each other. lowdb's own `update` changes memory first, so it is not used.
 */
export class Keeper<T> {
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0

  private constructor(
    readonly file: JsonFile<T>,
    private readonly low: Low<T>,
    private readonly care: Care<T>,
  ) {}

  /** Opens a file; `initial` stands for it until it is first written. Throws what `JsonFile.read` throws. */
  static async open<T>(file: JsonFile<T>, initial: T, care: Care<T> = noCare()): Promise<Keeper<T>> {
    const low = new Low<T>(file, initial)
    await low.read()
    return new Keeper(file, low, care)
  }

  /** A file that could not be read: `initial` stands for it, and it is not written over until it can be. */
  static over<T>(file: JsonFile<T>, initial: T, care: Care<T> = noCare()): Keeper<T> {
    return new Keeper(file, new Low<T>(file, initial), care)
  }

  get value(): T {
    return this.low.data
  }

  /** Whether a change is under way. */
  get isBusy(): boolean {
    return this.waiting > 0
  }

  /** Computes the next value, writes it, then makes it the current one. */
  async change(next: (current: T) => T): Promise<Result<T>> {
    const change = this.inTurn(() => this.write(next))
    return change.then(ok, (error: unknown) => fail(fileError(this.file.path, error)))
  }

  /** Takes in what somebody else wrote into the file. Throws what `JsonFile.read` throws; the value then stays. */
  async refresh(): Promise<void> {
    await this.inTurn(async () => {
      if (this.file.isChanged()) await this.reread()
    })
  }

  private async write(next: (current: T) => T): Promise<T> {
    for (let tries = 1; ; tries++) {
      const value = next(this.low.data)
      try {
        await this.file.write(value)
        this.low.data = value
        return value
      } catch (error) {
        if (!(error instanceof ChangedFile) || tries === maxTries) throw error
        await this.reread()
      }
    }
  }

  /** A file that is gone is written anew by the next change; one that was damaged, at once. */
  private async reread(): Promise<void> {
    try {
      const theirs = await this.file.read()
      if (theirs !== null) this.low.data = this.care.join(this.low.data, theirs)
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error
      await this.care.setAside(error)
      await this.file.read()
      await this.file.write(this.low.data)
    }
  }

  private inTurn<R>(task: () => Promise<R>): Promise<R> {
    this.waiting += 1
    const turn = this.last.then(task).finally(() => (this.waiting -= 1))
    this.last = turn.catch(() => undefined) // the caller hears of it; the next change must not
    return turn
  }
}

/** What a failure at a file of the library means to a person. Throws on what is no system error: that is a bug. */
export function fileError(path: string, error: unknown): AppError {
  if (error instanceof NewerFile) return { code: 'library-newer', path: error.path, format: error.format }
  if (error instanceof DamagedFile)
    return { code: 'library-damaged', path: error.path, reason: error.message }
  if (error instanceof ChangedFile)
    return { code: 'write-failed', path: error.path, reason: 'another program keeps changing it' }
  const code = errorCode(error)
  if (code === undefined) throw error
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full', path }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { code: 'library-denied', path }
  if (code === 'ENOENT') return { code: 'library-gone', path }
  return { code: 'write-failed', path, reason: code }
}
