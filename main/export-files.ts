import { createHash } from 'node:crypto'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { ExportedFile } from '../src/contract.ts'
import type { Result } from '../src/errors.ts'
import { fail, ok } from '../src/errors.ts'
import { currentFormat, Format } from '../src/model/format.ts'
import { errorCode, writeDurably } from './library/files/durable.ts'
import { DamagedFile, JsonFile } from './library/files/json-file.ts'
import { fileError } from './library/keeper.ts'
import { configFolder } from './paths.ts'

/** `exports.json` in the configuration folder: the SHA-256 of what was last written to each path. */
const ExportsFile = z.object({ format: Format, written: z.record(z.string(), z.string()) })
type ExportsFile = z.infer<typeof ExportsFile>

/**
 * Writes exported notes into a folder and answers their paths. A file that somebody wrote into since our last export
 * is kept beside the new one, ` (yours <digest>)` after its name.
 */
export async function writeExport(folder: string, files: readonly ExportedFile[]): Promise<Result<string[]>> {
  const record = new JsonFile(join(configFolder(), 'exports.json'), 'local', ExportsFile)
  const paths = files.map((file) => resolve(folder, file.name))
  try {
    await mkdir(folder, { recursive: true })
    const { written } = await readRecord(record)
    for (const [index, path] of paths.entries()) {
      const markdown = files[index]?.markdown ?? ''
      await keepEdited(path, written[path])
      await writeDurably(path, markdown)
      written[path] = digest(markdown)
    }
    await mkdir(configFolder(), { recursive: true })
    await record.write({ format: currentFormat, written })
    return ok(paths)
  } catch (error) {
    return fail(fileError(folder, error))
  }
}

/** Without a record every file counts as somebody's own: a spare copy is the worst that comes of it. */
async function readRecord(record: JsonFile<ExportsFile>): Promise<ExportsFile> {
  const known = await record.read().catch((error: unknown) => {
    if (error instanceof DamagedFile) return null
    throw error
  })
  return known ?? { format: currentFormat, written: {} }
}

async function keepEdited(path: string, writtenDigest: string | undefined): Promise<void> {
  const old = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  })
  if (old === null || digest(old) === writtenDigest) return
  await rename(path, path.replace(/(\.md)?$/, ` (yours ${digest(old).slice(0, 8)}).md`))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
