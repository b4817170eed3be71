import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import { currentFormat } from '../../../src/model/format.ts'
import { migrate } from '../../../src/migrations/migrate.ts'
import type { FileKind } from '../../../src/migrations/step.ts'
import { errorCode, writeDurably } from './durable.ts'

/** A file of the library that can't be read as what it should be. */
export class DamagedFile extends Error {
  override readonly name = 'DamagedFile'
  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(reason)
  }
}

/** A file written by a newer Lectern than this one. */
export class NewerFile extends Error {
  override readonly name = 'NewerFile'
  constructor(
    readonly path: string,
    readonly format: number,
  ) {
    super(`${path} has format ${format}`)
  }
}

/** Somebody else wrote a file since it was read; what was to be written would have undone that. */
export class ChangedFile extends Error {
  override readonly name = 'ChangedFile'
  constructor(readonly path: string) {
    super(`${path} was changed by another program`)
  }
}

/**
 * lowdb's way to one JSON file of the library. Reading answers null where there is no file and throws `DamagedFile` or
 * `NewerFile` where it can't be trusted. Writing is durable once it has resolved, and throws `ChangedFile` where the file is
 * no longer what was last read or written here: a lock alone is granted twice when a machine sleeps, and a synchroniser
 * asks nobody.
 */
export class JsonFile<T> implements Adapter<T> {
  /** SHA-256 of the bytes last read or written; null where there was no file; undefined before the first look. */
  private digest: string | null | undefined
  /** There is a file, and it could not be read: it is not written over. */
  private isUnreadable = false
  /** Whether what was read last had an older format; it keeps it until it is written. */
  isOld = false

  constructor(
    readonly path: string,
    private readonly kind: FileKind,
    private readonly schema: z.ZodType<T>,
  ) {}

  async read(): Promise<T | null> {
    this.isUnreadable = true
    const bytes = await readFile(this.path).catch(nullIfMissing)
    const data = bytes === null ? null : this.parse(bytes)
    this.isOld = bytes !== null && !isCurrent(this.toJson(bytes))
    this.digest = digestOf(bytes)
    this.isUnreadable = false
    return data
  }

  async write(data: T): Promise<void> {
    if ((this.digest !== undefined || this.isUnreadable) && this.isChanged()) throw new ChangedFile(this.path)
    const bytes = toBytes(data)
    await writeDurably(this.path, bytes)
    this.digest = digestOf(bytes)
  }

  /** Reads the file without taking it over. Throws `DamagedFile` or `NewerFile`. */
  async check(): Promise<void> {
    const bytes = await readFile(this.path).catch(nullIfMissing)
    if (bytes !== null) this.parse(bytes)
  }

  /** Whether the file is another one than was last read or written here. */
  isChanged(): boolean {
    if (this.isUnreadable) return true
    return digestOf(this.bytes()) !== this.digest
  }

  /** The value in a file's bytes, brought to the current format. Throws `DamagedFile` or `NewerFile`. */
  parse(bytes: Uint8Array): T {
    const migrated = migrate(this.kind, this.toJson(bytes))
    if (migrated.kind === 'newer') throw new NewerFile(this.path, migrated.format)
    if (migrated.kind === 'none') throw new DamagedFile(this.path, 'it names no format')
    const parsed = this.schema.safeParse(migrated.json)
    if (parsed.success) return parsed.data
    const issue = parsed.error.issues[0]
    throw new DamagedFile(this.path, `${issue?.path.join('.')}: ${issue?.message}`)
  }

  private toJson(bytes: Uint8Array): unknown {
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch {
      throw new DamagedFile(this.path, bytes.length === 0 ? 'it is empty' : 'it is not JSON')
    }
  }

  /** At once: what was written here a moment ago is in memory, and takes less time to read than a thread to be told of it. */
  private bytes(): Uint8Array | null {
    try {
      return readFileSync(this.path)
    } catch (error) {
      return nullIfMissing(error)
    }
  }
}

/** A file's bytes: indented, so that people and version control can read it. */
export function toBytes(data: unknown): Buffer {
  return Buffer.from(JSON.stringify(data, null, 1) + '\n')
}

function nullIfMissing(error: unknown): null {
  if (errorCode(error) === 'ENOENT') return null
  throw error
}

function isCurrent(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === currentFormat
}

function digestOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : createHash('sha256').update(bytes).digest('hex')
}
