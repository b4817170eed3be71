import { readFile } from 'node:fs/promises'
import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import { writeDurably } from './durable.ts'

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

/** The format version that every file of this release carries. */
const currentFormat = 1

/**
 * lowdb's way to one JSON file of the library. Reading answers null where there is no file and throws `DamagedFile` or
 * `NewerFile` where it can't be trusted; writing is durable once it has resolved.
 */
export class JsonFile<T> implements Adapter<T> {
  constructor(
    readonly path: string,
    private readonly schema: z.ZodType<T>,
  ) {}

  async read(): Promise<T | null> {
    const text = await readFile(this.path, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    })
    return text === null ? null : this.parse(text)
  }

  async write(data: T): Promise<void> {
    await writeDurably(this.path, JSON.stringify(data, null, 1) + '\n')
  }

  private parse(text: string): T {
    const json = this.toJson(text)
    const format = formatOf(json)
    if (format !== null && format > currentFormat) throw new NewerFile(this.path, format)
    const parsed = this.schema.safeParse(json)
    if (!parsed.success)
      throw new DamagedFile(this.path, parsed.error.issues[0]?.message ?? 'not as expected')
    return parsed.data
  }

  private toJson(text: string): unknown {
    try {
      return JSON.parse(text)
    } catch {
      throw new DamagedFile(this.path, 'it is not JSON')
    }
  }
}

function formatOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('format' in json)) return null
  return typeof json.format === 'number' ? json.format : null
}
