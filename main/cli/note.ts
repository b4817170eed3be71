import type { Result } from '../../src/errors.ts'
import { Color, type PlacedNote } from '../../src/model/note.ts'
import { Client } from './client.ts'
import {
  type Arguments,
  type Command,
  failed,
  printJson,
  stringValue,
  stringValues,
  UsageError,
} from './command.ts'
import { noteJson } from './json.ts'

export const note: Command = {
  usage: 'lectern note ID --quote TEXT [--nth N] [--body MD] [--color NAME] [--tag T]…',
  summary: 'highlight a passage and say something about it',
  details: [
    '--quote TEXT   the passage, as it stands in the article',
    '--nth N        which place, where the passage stands there several times',
    '--body MD      the note, in Markdown',
    `--color NAME   ${Color.options.join(', ')}`,
    '--tag T        may be given several times',
  ],
  options: {
    quote: { type: 'string' },
    nth: { type: 'string' },
    body: { type: 'string' },
    color: { type: 'string' },
    tag: { type: 'string', multiple: true },
  },
  async run(args, where) {
    const [idPrefix, more] = args.positionals
    if (idPrefix === undefined || more !== undefined) throw new UsageError('note takes one id')
    const draft = readDraft(args)
    const client = await Client.toWrite(where.root, 'lectern note')
    if (!client.ok) return failed(where, client.error)
    const added = await write(client.value, idPrefix, draft)
    await client.value.close()
    if (!added.ok) return failed(where, added.error)
    if (where.isJson) printJson(where, noteJson(added.value))
    else where.out(`${added.value.note.id}  ${added.value.note.selector?.exact ?? ''}`)
    return 0
  },
}

type NoteDraft = { quote: string; nth: number | null; body?: string; color?: Color; tags: string[] }

function readDraft(args: Arguments): NoteDraft {
  const quote = stringValue(args, 'quote')
  if (quote === null || quote.trim() === '')
    throw new UsageError('note needs --quote and the words of the passage')
  const color = stringValue(args, 'color')
  const body = stringValue(args, 'body')
  return {
    quote,
    nth: readNth(stringValue(args, 'nth')),
    ...(body === null ? {} : { body }),
    ...(color === null ? {} : { color: readColor(color) }),
    tags: stringValues(args, 'tag'),
  }
}

function readNth(given: string | null): number | null {
  if (given === null) return null
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new UsageError('--nth takes a number from 1 on')
  return Number(given)
}

function readColor(given: string): Color {
  const color = Color.safeParse(given)
  if (!color.success) throw new UsageError(`--color takes one of ${Color.options.join(', ')}`)
  return color.data
}

async function write(client: Client, idPrefix: string, draft: NoteDraft): Promise<Result<PlacedNote>> {
  const found = await client.call('article.find', { idPrefix })
  return found.ok ? client.call('note.quote', { articleId: found.value.id, ...draft }) : found
}
