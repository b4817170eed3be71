import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ArticleSummary } from '../../src/contract.ts'
import type { AppError, Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { maxSourceBytes } from '../../src/model/article.ts'
import { type FileOnDisk, readError, readNamedFile, tooLarge } from '../read-file.ts'
import { Client } from './client.ts'
import { type Command, failed, printJson, UsageError } from './command.ts'
import { errorText } from './error-text.ts'
import { articleJson } from './json.ts'

/** What a folder is searched for; a file that is named itself may be called anything. */
const storyName = /\.(txt|text|md|markdown)$/i

export const add: Command = {
  usage: 'lectern add PATH|-…',
  summary: 'import files, folders or standard input',
  details: [
    'Plain text (.txt) and Markdown (.md). A folder is searched through, hidden files left out. "-" is standard input.',
  ],
  options: {},
  async run({ positionals }, where) {
    if (positionals.length === 0) throw new UsageError('name a file, a folder, or - for standard input')
    const client = await Client.toWrite(where.root, 'lectern add')
    if (!client.ok) return failed(where, client.error)
    const added: ArticleSummary[] = []
    let hasFailed = false
    for (const positional of positionals) {
      for await (const file of sources(positional)) {
        const saved = file.ok ? await save(client.value, file.value) : file
        if (saved.ok) {
          added.push(saved.value)
          if (!where.isJson) where.out(`${saved.value.id}  ${saved.value.title}`)
        } else {
          where.err(errorText(saved.error))
          hasFailed = true
        }
      }
    }
    await client.value.close()
    if (where.isJson)
      printJson(
        where,
        added.map((summary) => articleJson(summary, where.root)),
      )
    return hasFailed ? 1 : 0
  },
}

/** The files that a word on the command line stands for, one after the other. */
async function* sources(
  path: string,
): AsyncGenerator<Result<Omit<FileOnDisk, 'modified'> & { modified: string | null }>> {
  if (path === '-') return yield readStandardInput()
  try {
    const isFolder = (await stat(path)).isDirectory()
    const paths = isFolder ? await storiesIn(path) : [path]
    if (paths.length === 0) yield fail({ code: 'folder-empty', name: path })
    for (const found of paths) yield await readNamedFile(found)
  } catch (error) {
    yield fail(named(readError(basename(path), error), path))
  }
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

async function readStandardInput(): Promise<Result<{ name: string; bytes: Uint8Array; modified: null }>> {
  const name = 'standard input'
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    length += chunk.length
    if (length > maxSourceBytes) return fail(tooLarge(name, length))
  }
  return ok({ name, bytes: Buffer.concat(chunks), modified: null })
}

async function save(
  client: Client,
  file: { name: string; bytes: Uint8Array; modified: string | null },
): Promise<Result<ArticleSummary>> {
  const data = Buffer.from(file.bytes).toString('base64')
  const read = await client.call('import.read', { name: file.name, data, modified: file.modified })
  if (!read.ok) return read
  if ('error' in read.value) return fail(read.value.error)
  return client.call('import.save', { draftId: read.value.draftId, facts: {} })
}
