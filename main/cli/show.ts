import type { PlacedNote } from '../../src/model/note.ts'
import type { OpenArticle } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { Client } from './client.ts'
import { type Command, failed, printJson, UsageError } from './command.ts'
import { openArticleJson } from './json.ts'

export const show: Command = {
  usage: 'lectern show ID',
  summary: 'facts, text and notes of one article',
  details: ['A unique beginning of an id is enough.'],
  options: {},
  async run({ positionals }, where) {
    const [idPrefix, more] = positionals
    if (idPrefix === undefined || more !== undefined) throw new UsageError('show takes one id')
    const client = await Client.toRead(where.root)
    if (!client.ok) return failed(where, client.error)
    const opened = await open(client.value, idPrefix)
    await client.value.close()
    if (!opened.ok) return failed(where, opened.error)
    if (where.isJson) printJson(where, openArticleJson(opened.value))
    else where.out(asText(opened.value))
    return 0
  },
}

async function open(client: Client, idPrefix: string): Promise<Result<OpenArticle>> {
  const found = await client.call('article.find', { idPrefix })
  return found.ok ? client.call('article.open', found.value) : found
}

function asText({ article, content, notes, path }: OpenArticle): string {
  const facts = {
    Byline: article.byline,
    Place: article.place,
    Agency: article.agency,
    Credit: article.credit,
    Published: article.published,
    Language: article.language,
    Tags: article.tags.join(', ') || null,
    Source: article.source.url ?? article.source.name,
    Folder: path,
  }
  const lines = Object.entries(facts).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  )
  return [article.title, lines.join('\n'), content.text, ...notes.map(noteText)].join('\n\n')
}

function noteText({ note, anchor }: PlacedNote): string {
  const lost = anchor?.kind === 'lost' ? ' (needs a place)' : ''
  const tags = note.tags.map((tag) => ` #${tag}`).join('')
  const head = `— ${note.id} · ${note.color}${tags}${lost}`
  return [head, note.selector === null ? null : `> ${note.selector.exact}`, note.body || null]
    .filter((line) => line !== null)
    .join('\n')
}
