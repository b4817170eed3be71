import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../src/errors.ts'
import type { SourceFile } from '../../src/importers/source-file.ts'
import { IsoTime } from '../../src/model/article.ts'
import { IntakeOptions, IntakeProgress, Skipped } from '../../src/model/collection.ts'
import { currentFormat, Format } from '../../src/model/format.ts'
import { ignoreMissing, writeDurably } from '../library/files/durable.ts'
import { JsonFile, toBytes } from '../library/files/json-file.ts'
import type { Layout } from '../library/files/layout.ts'
import { readable } from '../library/files/notes-files.ts'
import { purgeBefore } from '../library/trash.ts'
import { Outcome } from './take-in.ts'

/** An item that did not come in, or not whole: `cameAs` is null for the first, and for the second what became of the rest. */
export const Failure = z.object({
  index: z.int().nonnegative(),
  title: z.string(),
  error: AppError,
  cameAs: Outcome.nullable(),
})
export type Failure = z.infer<typeof Failure>

/**
 * `.lectern/intakes.<host>/<id>/intake.json`: a collection that is being taken in, so that it can be gone on with after a crash;
 * or one of which something did not come in, until it has, or the reader puts the report away. The collection itself lies
 * beside it, as it was handed in.
 */
export const IntakeFile = z.object({
  format: Format,
  /** When it was written last. */
  writtenAt: IsoTime,
  /** The format that was forced. */
  importer: z.string().nullable(),
  modified: z.iso.datetime().nullable(),
  options: IntakeOptions,
  /** Which items are taken in; null for all of them. */
  indices: z.array(z.int().nonnegative()).nullable(),
  progress: IntakeProgress,
  /** Only those of one that ended: what is interrupted is gone through from its beginning. */
  failures: z.array(Failure),
  skipped: z.array(Skipped),
  unplaced: z.array(z.string()),
})
export type IntakeFile = z.infer<typeof IntakeFile>

const fileName = 'intake.json'
const sourceName = 'source'

/** The collections of which something is still to come in, on the disk. */
export class IntakeFiles {
  constructor(
    private readonly layout: Layout,
    /** ISO date-time of now. */
    private readonly clock: () => string,
  ) {}

  /** Throws the system's error. */
  async begin(file: IntakeFile, bytes: Uint8Array): Promise<void> {
    const folder = this.folder(file.progress.id)
    await mkdir(folder, { recursive: true })
    await writeDurably(join(folder, sourceName), bytes)
    await this.write(file)
  }

  /** Throws the system's error. */
  async write(file: IntakeFile): Promise<void> {
    const path = join(this.folder(file.progress.id), fileName)
    await writeDurably(path, toBytes({ ...file, format: currentFormat, writtenAt: this.clock() }))
  }

  /** The file goes first: what is left without it, where this is broken off, is nothing to go on with. Throws the system's error. */
  async remove(id: string): Promise<void> {
    await rm(join(this.folder(id), fileName), { force: true })
    await rm(this.folder(id), { recursive: true, force: true })
  }

  /**
   * Those that an earlier run left. What can't be read of them is swept away, since the collections are where they came from; and so
   * is what has not been touched for as long as things lie in the trash.
   */
  async left(): Promise<IntakeFile[]> {
    const names = (await readdir(this.layout.intakes).catch(ignoreMissing)) ?? []
    const oldest = purgeBefore(this.clock())
    const files: IntakeFile[] = []
    for (const name of names) {
      const path = join(this.layout.intakes, name, fileName)
      const file = await readable(new JsonFile(path, 'local', IntakeFile))
      if (file?.progress.id === name && file.writtenAt >= oldest) files.push(file)
      else await this.remove(name)
    }
    return files
  }

  /** The collection as it was handed in. Throws the system's error. */
  async source({ progress, modified }: IntakeFile): Promise<SourceFile> {
    const bytes = await readFile(join(this.folder(progress.id), sourceName))
    return { name: progress.name, bytes, modified, now: this.clock() }
  }

  private folder(id: string): string {
    return join(this.layout.intakes, id)
  }
}
