import type { OpenArticle } from '../../src/contract.ts'
import { ok, type Result } from '../../src/errors.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import type { PlacedNote } from '../../src/model/note.ts'
import { Client } from './client.ts'
import { type Command, failed, printJson, UsageError } from './command.ts'
import { noteJson } from './json.ts'
import { allArticles } from './list.ts'

export const notes: Command = {
  usage: 'lectern notes [ID]',
  summary: 'all notes of one article, or of the library',
  details: [
    'In the order of the text, each with its place in the newest version. A unique beginning of an id is enough.',
  ],
  options: {},
  async run({ positionals }, where) {
    const [idPrefix, more] = positionals
    if (more !== undefined) throw new UsageError('notes takes one id, or none')
    const client = await Client.toRead(where.root)
    if (!client.ok) return failed(where, client.error)
    const opened = await articlesWithNotes(client.value, idPrefix)
    await client.value.close()
    if (!opened.ok) return failed(where, opened.error)
    if (where.isJson)
      printJson(
        where,
        opened.value.flatMap((article) => article.notes.map(noteJson)),
      )
    else for (const article of opened.value) where.out(asText(article))
    return 0
  },
}

async function articlesWithNotes(
  client: Client,
  idPrefix: string | undefined,
): Promise<Result<OpenArticle[]>> {
  const ids = await idsOf(client, idPrefix)
  if (!ids.ok) return ids
  const opened: OpenArticle[] = []
  for (const id of ids.value) {
    const article = await client.call('article.open', { id })
    if (!article.ok) return article
    opened.push(article.value)
  }
  return ok(opened)
}

async function idsOf(client: Client, idPrefix: string | undefined): Promise<Result<ArticleId[]>> {
  if (idPrefix !== undefined) {
    const found = await client.call('article.find', { idPrefix })
    return found.ok ? ok([found.value.id]) : found
  }
  const all = await allArticles(client)
  return all.ok ? ok(all.value.filter((row) => row.notes > 0).map(({ id }) => id)) : all
}

function asText({ article, notes: placed, content }: OpenArticle): string {
  const lines = placed.map((each) => noteLines(each, content.text))
  return [`${article.id}  ${article.title}`, ...lines].join('\n')
}

function noteLines({ note, anchor }: PlacedNote, text: string): string {
  const quote = note.selector === null ? 'on the whole article' : `“${note.selector.exact}”`
  const tags = note.tags.map((tag) => ` #${tag}`).join('')
  const lines = [`  ${note.id}  ${note.color}${tags}  ${quote}`]
  if (anchor?.kind === 'lost') lines.push('    needs a place')
  if (anchor?.kind === 'moved') {
    const reads = text.slice(anchor.span.start, anchor.span.end)
    if (reads !== note.selector?.exact) lines.push(`    now reads “${reads}”`)
    if (anchor.isDoubtful) lines.push('    moved: please confirm')
  }
  if (note.body !== '') lines.push(...note.body.split('\n').map((line) => `    ${line}`))
  return lines.join('\n')
}
