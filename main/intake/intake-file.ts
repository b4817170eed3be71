import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { SourceFile } from '../../src/importers/source-file.ts'
import { IntakeOptions, IntakeProgress } from '../../src/model/collection.ts'
import { currentFormat, Format } from '../../src/model/format.ts'
import { ignoreMissing, writeDurably } from '../library/files/durable.ts'
import { DamagedFile, JsonFile, NewerFile, toBytes } from '../library/files/json-file.ts'
import type { Layout } from '../library/files/layout.ts'

/**
 * `.lectern/intakes/<id>/intake.json`: a collection that is being taken in, so that it can be gone on with after a crash. The
 * collection itself lies beside it, as it was handed in.
 */
export const IntakeFile = z.object({
  format: Format,
  /** The format that was forced. */
  importer: z.string().nullable(),
  modified: z.iso.datetime().nullable(),
  options: IntakeOptions,
  /** Which items are taken in; null for all of them. */
  indices: z.array(z.int().nonnegative()).nullable(),
  progress: IntakeProgress,
})
export type IntakeFile = z.infer<typeof IntakeFile>

const fileName = 'intake.json'
const sourceName = 'source'

/** The collections that are being taken in, on the disk. */
export class IntakeFiles {
  constructor(private readonly layout: Layout) {}

  /** Throws the system's error. */
  async begin(file: IntakeFile, bytes: Uint8Array): Promise<void> {
    const folder = this.folder(file.progress.id)
    await mkdir(folder, { recursive: true })
    await writeDurably(join(folder, sourceName), bytes)
    await this.write(file)
  }

  async write(file: IntakeFile): Promise<void> {
    await writeDurably(
      join(this.folder(file.progress.id), fileName),
      toBytes({ ...file, format: currentFormat }),
    )
  }

  async remove(id: string): Promise<void> {
    await rm(this.folder(id), { recursive: true, force: true })
  }

  /** Those that an earlier run left; what can't be read of them is swept away: the collections are where they came from. */
  async left(): Promise<IntakeFile[]> {
    const names = (await readdir(this.layout.intakes).catch(ignoreMissing)) ?? []
    const files: IntakeFile[] = []
    for (const name of names) {
      const path = join(this.layout.intakes, name, fileName)
      const file = await new JsonFile(path, 'local', IntakeFile).read().catch((error: unknown) => {
        if (error instanceof DamagedFile || error instanceof NewerFile) return null
        throw error
      })
      if (file?.progress.id === name) files.push(file)
      else await this.remove(name)
    }
    return files
  }

  /** The collection as it was handed in. Throws the system's error. */
  async source({ progress, modified }: IntakeFile, now: string): Promise<SourceFile> {
    const bytes = await readFile(join(this.folder(progress.id), sourceName))
    return { name: progress.name, bytes, modified, now }
  }

  private folder(id: string): string {
    return join(this.layout.intakes, id)
  }
}
