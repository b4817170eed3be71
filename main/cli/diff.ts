import type { OpenArticle } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import type { Comparison, NoteMove, SentenceChange } from '../../src/model/comparison.ts'
import { Client } from './client.ts'
import { type Arguments, type Command, failed, printJson, stringValue, UsageError } from './command.ts'
import { comparisonJson } from './json.ts'

export const diff: Command = {
  usage: 'lectern diff ID [--from N] [--to N]',
  summary: 'what changed between two versions of a story, sentence by sentence',
  details: [
    '--from N, --to N   which versions; else the newest and the one before it',
    'Lines begin with - (gone), + (new) or ~ (moved). What became of the notes stands below.',
  ],
  options: { from: { type: 'string' }, to: { type: 'string' } },
  async run(args, where) {
    const [idPrefix, more] = args.positionals
    if (idPrefix === undefined || more !== undefined) throw new UsageError('diff takes one id')
    const [from, to] = [readNumber(args, 'from'), readNumber(args, 'to')]
    const client = await Client.toRead(where.root)
    if (!client.ok) return failed(where, client.error)
    const compared = await compare(client.value, idPrefix, { from, to })
    await client.value.close()
    if (!compared.ok) return failed(where, compared.error)
    if (where.isJson) printJson(where, comparisonJson(compared.value))
    else where.out(asText(compared.value))
    return 0
  },
}

function readNumber(args: Arguments, name: string): number | null {
  const given = stringValue(args, name)
  if (given !== null && !/^[1-9]\d{0,8}$/.test(given))
    throw new UsageError(`--${name} takes a number from 1 on`)
  return given === null ? null : Number(given)
}

type Wanted = { from: number | null; to: number | null }

async function compare(client: Client, idPrefix: string, wanted: Wanted): Promise<Result<Comparison>> {
  const found = await client.call('article.find', { idPrefix })
  if (!found.ok) return found
  const opened: Result<OpenArticle> = await client.call('article.open', found.value)
  if (!opened.ok) return opened
  const to = wanted.to ?? opened.value.version
  // A story with one version is compared with itself: nothing has changed.
  const from = wanted.from ?? Math.max(1, to - 1)
  return client.call('article.compare', { id: found.value.id, from, to })
}

function asText({ from, to, changes, notes }: Comparison): string {
  const same = changes.filter(({ kind }) => kind === 'same').length
  const lines = changes.flatMap(changeLines)
  return [
    `version ${from.number} (${from.addedAt}) → version ${to.number} (${to.addedAt})`,
    ...lines,
    `${same} ${same === 1 ? 'sentence' : 'sentences'} unchanged`,
    ...notes.flatMap(noteLine),
  ].join('\n')
}

function changeLines(change: SentenceChange): string[] {
  switch (change.kind) {
    case 'same':
      return []
    case 'moved':
      return [`~ ${oneLine(change.after.text)}`]
    case 'changed':
      return [`- ${oneLine(change.before.text)}`, `+ ${oneLine(change.after.text)}`]
    case 'added':
      return [`+ ${oneLine(change.after.text)}`]
    case 'removed':
      return [`- ${oneLine(change.before.text)}`]
  }
}

const outcomes: Record<Exclude<NoteMove['outcome'], 'same'>, string> = {
  moved: 'moved',
  reworded: 'reads otherwise',
  doubtful: 'moved: please confirm',
  lost: 'needs a place',
}

function noteLine({ outcome, placed, reads }: NoteMove): string[] {
  if (outcome === 'same') return []
  const { id, selector } = placed.note
  const now = reads === null || reads === selector?.exact ? '' : ` → “${oneLine(reads)}”`
  return [`note ${id}  ${outcomes[outcome]}: “${oneLine(selector?.exact ?? '')}”${now}`]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
