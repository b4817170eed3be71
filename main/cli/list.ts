import type { ArticleSummary } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { ok } from '../../src/errors.ts'
import { Client } from './client.ts'
import { type Command, failed, printJson, UsageError } from './command.ts'
import { errorText } from './error-text.ts'
import { articleJson } from './json.ts'

export const list: Command = {
  usage: 'lectern list',
  summary: 'articles, newest first',
  details: [],
  options: {},
  async run({ positionals }, where) {
    if (positionals.length > 0) throw new UsageError('list takes no names')
    const client = await Client.toRead(where.root)
    if (!client.ok) return failed(where, client.error)
    const rows = await allArticles(client.value)
    await client.value.close()
    if (!rows.ok) return failed(where, rows.error)
    if (where.isJson)
      printJson(
        where,
        rows.value.map((row) => articleJson(row, where.root)),
      )
    else for (const row of rows.value) where.out(line(row))
    for (const problem of client.value.problems) where.err(errorText(problem))
    return client.value.problems.length > 0 ? 1 : 0
  },
}

/** Every article of the library, newest first. */
export async function allArticles(client: Client): Promise<Result<ArticleSummary[]>> {
  const rows: ArticleSummary[] = []
  for (;;) {
    const after = rows.at(-1)?.id ?? null
    const page = await client.call('article.list', { filter: 'all', query: '', after, limit: 500 })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    if (!page.value.hasMore) return ok(rows)
  }
}

function line({ id, published, addedAt, agency, source, title, notes }: ArticleSummary): string {
  const counted = notes === 0 ? '' : `  (${notes} ${notes === 1 ? 'note' : 'notes'})`
  return `${id}  ${published ?? addedAt.slice(0, 10)}  ${agency ?? source}  ${title}${counted}`
}
