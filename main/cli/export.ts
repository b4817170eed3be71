import { resolve } from 'node:path'
import type { Output } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { ok } from '../../src/errors.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { Client } from './client.ts'
import { type Command, failed, printJson, stringValue, UsageError } from './command.ts'
import { allArticles } from './list.ts'

/** The contract's limit for one call. */
const atOnce = 100

export const exportNotes: Command = {
  usage: 'lectern export [ID…] --format markdown --out DIR',
  summary: 'write notes as files; without an id, those of all articles',
  details: [
    '--format FORMAT   markdown',
    '--out DIR         the folder to write into; made if it is not there',
  ],
  options: { format: { type: 'string' }, out: { type: 'string' } },
  async run(args, where) {
    const out = stringValue(args, 'out')
    if (out === null || out === '') throw new UsageError('export needs --out and a folder')
    const format = stringValue(args, 'format') ?? 'markdown'
    if (format !== 'markdown') throw new UsageError(`there is no format ${format}; there is markdown`)
    const client = await Client.toRead(where.root)
    if (!client.ok) return failed(where, client.error)
    const files = await write(client.value, resolve(out), args.positionals)
    await client.value.close()
    if (!files.ok) return failed(where, files.error)
    if (where.isJson) printJson(where, files.value)
    else for (const { path } of files.value) where.out(path)
    return 0
  },
}

type Written = Output<'export.write'>['files']

async function write(
  client: Client,
  folder: string,
  idPrefixes: readonly string[],
): Promise<Result<Written>> {
  const ids = idPrefixes.length === 0 ? await allIds(client) : await find(client, idPrefixes)
  if (!ids.ok) return ids
  const files: Written = []
  for (let start = 0; start < ids.value.length; start += atOnce) {
    const some = ids.value.slice(start, start + atOnce)
    const written = await client.call('export.write', { folder, ids: some })
    if (!written.ok) return written
    files.push(...written.value.files)
  }
  return ok(files)
}

async function allIds(client: Client): Promise<Result<ArticleId[]>> {
  const rows = await allArticles(client)
  return rows.ok ? ok(rows.value.map((row) => row.id)) : rows
}

async function find(client: Client, idPrefixes: readonly string[]): Promise<Result<ArticleId[]>> {
  const ids = new Set<ArticleId>()
  for (const idPrefix of idPrefixes) {
    const found = await client.call('article.find', { idPrefix })
    if (!found.ok) return found
    ids.add(found.value.id)
  }
  return ok([...ids])
}
