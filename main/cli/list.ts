import type { ArticleSummary, Cursor, Output } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { ok } from '../../src/errors.ts'
import { Client } from './client.ts'
import { type Command, failed, printJson, UsageError } from './command.ts'
import { incidentText, isMissing } from './incident-text.ts'
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
    const happened = await client.value.call('incident.list', {})
    await client.value.close()
    if (!rows.ok) return failed(where, rows.error)
    if (!happened.ok) return failed(where, happened.error)
    if (where.isJson)
      printJson(
        where,
        rows.value.map((row) => articleJson(row, where.root)),
      )
    else for (const row of rows.value) where.out(line(row))
    for (const incident of happened.value.incidents) where.err(incidentText(incident))
    return happened.value.incidents.some(isMissing) ? 1 : 0
  },
}

/** Every article of the library, newest first. */
export async function allArticles(client: Client): Promise<Result<ArticleSummary[]>> {
  const rows: ArticleSummary[] = []
  const all = {
    filter: 'all',
    query: '',
    sort: { by: 'added', isReversed: false },
    skip: 0,
    limit: 500,
  } as const
  for (let after: Cursor | null = null; ;) {
    const page: Result<Output<'article.list'>> = await client.call('article.list', { ...all, after })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    if (page.value.next === null) return ok(rows)
    after = page.value.next
  }
}

function line({ id, published, addedAt, agency, source, title, notes }: ArticleSummary): string {
  const counted = notes === 0 ? '' : `  (${notes} ${notes === 1 ? 'note' : 'notes'})`
  return `${id}  ${published ?? addedAt.slice(0, 10)}  ${agency ?? source}  ${title}${counted}`
}
