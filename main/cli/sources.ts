import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { ImportedFile } from '../../src/contract.ts'
import { type AppError, fail, ok, type Result } from '../../src/errors.ts'
import { maxSourceBytes } from '../../src/model/article.ts'
import { readError, tooLarge } from '../read-file.ts'
import type { Client } from './client.ts'

/** What a word on the command line names. */
type Source =
  { kind: 'file'; path: string } | { kind: 'address'; url: string } | { kind: 'input'; bytes: Buffer }

/** What a folder is searched for; a file that is named itself may be called anything. */
const storyName = /\.(txt|text|md|markdown|html?|xhtml|mhtml?|epub|pdf|eml)$/i

/** All that a word on the command line stands for, one after the other. */
export async function* sourcesOf(word: string): AsyncGenerator<Result<Source>> {
  if (word === '-') return yield readStandardInput()
  if (/^https?:\/\//i.test(word)) return yield ok({ kind: 'address', url: word })
  const path = resolve(word)
  try {
    if (!(await stat(path)).isDirectory()) return yield ok({ kind: 'file', path })
    const paths = await storiesIn(path)
    if (paths.length === 0) yield fail({ code: 'folder-empty', name: word })
    for (const found of paths) yield ok({ kind: 'file', path: found })
  } catch (error) {
    yield fail(named(readError(basename(path), error), word))
  }
}

/** Has the library read it; `importer` forces a format. */
export async function read(
  client: Client,
  source: Source,
  importer: string | undefined,
): Promise<Result<ImportedFile>> {
  const format = importer === undefined ? {} : { importer }
  switch (source.kind) {
    case 'file':
      return client.call('import.readFile', { path: source.path, ...format })
    case 'address':
      return client.call('import.load', { url: source.url, ...format })
    case 'input':
      return handIn(client, source.bytes, format)
  }
}

/** As much as `import.hand` takes. */
const partBytes = 1_000_000

async function handIn(
  client: Client,
  bytes: Buffer,
  format: { importer?: string },
): Promise<Result<ImportedFile>> {
  let transferId: string | null = null
  for (let start = 0; transferId === null || start < bytes.length; start += partBytes) {
    const data = bytes.subarray(start, start + partBytes).toString('base64')
    const handed: Result<{ transferId: string }> = await client.call('import.hand', { transferId, data })
    if (!handed.ok) return handed
    transferId = handed.value.transferId
  }
  return client.call('import.read', { name: 'standard input', transferId, modified: null, ...format })
}

/** The whole path instead of the last part of it: at the command line a person typed it. */
function named(error: AppError, name: string): AppError {
  return 'name' in error ? { ...error, name } : error
}

async function storiesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) found.push(...(await storiesIn(path)))
    else if (entry.isFile() && storyName.test(entry.name)) found.push(path)
  }
  return found
}

async function readStandardInput(): Promise<Result<Source>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > maxSourceBytes) return fail(tooLarge('standard input', length))
  }
  return ok({ kind: 'input', bytes: Buffer.concat(chunks) })
}
