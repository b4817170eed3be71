import type { ExportedFile } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { ok } from '../../src/errors.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { writeExport } from '../export-files.ts'
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
    const files = await render(client.value, args.positionals)
    await client.value.close()
    if (!files.ok) return failed(where, files.error)
    const paths = await writeExport(out, files.value)
    if (!paths.ok) return failed(where, paths.error)
    const written = files.value.map((file, index) => ({ id: file.id, path: paths.value[index] }))
    if (where.isJson) printJson(where, written)
    else for (const { path } of written) where.out(path ?? '')
    return 0
  },
}

async function render(client: Client, idPrefixes: readonly string[]): Promise<Result<ExportedFile[]>> {
  const ids = idPrefixes.length === 0 ? await allIds(client) : await find(client, idPrefixes)
  if (!ids.ok) return ids
  const files: ExportedFile[] = []
  for (let start = 0; start < ids.value.length; start += atOnce) {
    const rendered = await client.call('export.markdown', { ids: ids.value.slice(start, start + atOnce) })
    if (!rendered.ok) return rendered
    files.push(...rendered.value.files)
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
