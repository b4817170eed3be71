import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ArticleSummary, KnownStory } from '../../src/contract.ts'
import type { AppError, Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { maxSourceBytes } from '../../src/model/article.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { type FileOnDisk, readError, readNamedFile, tooLarge } from '../read-file.ts'
import { Client } from './client.ts'
import { type Command, failed, printJson, stringValue, type Surroundings, UsageError } from './command.ts'
import { errorText } from './error-text.ts'
import { articleJson } from './json.ts'

/** What a folder is searched for; a file that is named itself may be called anything. */
const storyName = /\.(txt|text|md|markdown)$/i

export const add: Command = {
  usage: 'lectern add PATH|-… [--as-version-of ID]',
  summary: 'import files, folders or standard input',
  details: [
    'Plain text (.txt) and Markdown (.md). A folder is searched through, hidden files left out. "-" is standard input.',
    '--as-version-of ID   the one file is a later edition of this article, whose notes move over',
  ],
  options: { 'as-version-of': { type: 'string' } },
  async run(args, where) {
    const { positionals } = args
    const idPrefix = stringValue(args, 'as-version-of')
    if (positionals.length === 0) throw new UsageError('name a file, a folder, or - for standard input')
    if (idPrefix !== null && (positionals.length > 1 || (await isFolder(positionals[0] ?? ''))))
      throw new UsageError('--as-version-of takes one file')
    const client = await Client.toWrite(where.root, 'lectern add')
    if (!client.ok) return failed(where, client.error)
    const article = await articleOf(client.value, idPrefix)
    if (!article.ok) {
      await client.value.close()
      return failed(where, article.error)
    }
    const added: ArticleSummary[] = []
    let hasFailed = false
    for (const positional of positionals) {
      for await (const file of sources(positional)) {
        const saved = file.ok
          ? await save(client.value, file.value, { versionOf: article.value, where })
          : file
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
    const paths = (await stat(path)).isDirectory() ? await storiesIn(path) : [path]
    if (paths.length === 0) yield fail({ code: 'folder-empty', name: path })
    for (const found of paths) yield await readNamedFile(found)
  } catch (error) {
    yield fail(named(readError(basename(path), error), path))
  }
}

/** One that is not there is found out when it is read. */
async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
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

/** The article that a later edition is added to; undefined where none was named. */
async function articleOf(client: Client, idPrefix: string | null): Promise<Result<ArticleId | undefined>> {
  if (idPrefix === null) return ok(undefined)
  const found = await client.call('article.find', { idPrefix })
  return found.ok ? ok(found.value.id) : found
}

type Saving = { versionOf: ArticleId | undefined; where: Surroundings }

async function save(
  client: Client,
  file: { name: string; bytes: Uint8Array; modified: string | null },
  { versionOf, where }: Saving,
): Promise<Result<ArticleSummary>> {
  const data = Buffer.from(file.bytes).toString('base64')
  const read = await client.call('import.read', { name: file.name, data, modified: file.modified })
  if (!read.ok) return read
  if ('error' in read.value) return fail(read.value.error)
  const { draftId, known } = read.value
  const saved = await client.call('import.save', { draftId, facts: {}, versionOf })
  if (saved.ok && versionOf === undefined) for (const story of known) where.err(knownText(file.name, story))
  return saved
}

/** Nobody can be asked here: the story is added by itself, and it is said what it may be instead. */
function knownText(name: string, { summary, by, likeness }: KnownStory): string {
  const reasons: Record<KnownStory['by'], string> = {
    bytes: 'the same file',
    words: 'the same text',
    address: 'a story from the same address',
    likeness: `a story of which ${Math.round(likeness * 100)} % is the same`,
  }
  return `${name}: ${summary.id} “${summary.title}” is ${reasons[by]}. A later edition is added with --as-version-of ${summary.id}.`
}
