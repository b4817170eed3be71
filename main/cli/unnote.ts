import type { Output } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { Client } from './client.ts'
import { type Command, failed, printJson, UsageError } from './command.ts'

export const unnote: Command = {
  usage: 'lectern unnote ID',
  summary: 'move a note to the trash',
  details: ['The id of a note, as "lectern notes" shows it; a unique beginning is enough.'],
  options: {},
  async run({ positionals }, where) {
    const [idPrefix, more] = positionals
    if (idPrefix === undefined || more !== undefined) throw new UsageError('unnote takes one id')
    const client = await Client.toWrite(where.root, 'lectern unnote')
    if (!client.ok) return failed(where, client.error)
    const removed = await remove(client.value, idPrefix)
    await client.value.close()
    if (!removed.ok) return failed(where, removed.error)
    if (where.isJson) printJson(where, removed.value)
    else where.out(`${removed.value.id}  moved to the trash, where it is kept for 30 days`)
    return 0
  },
}

async function remove(client: Client, idPrefix: string): Promise<Result<Output<'note.find'>>> {
  const found = await client.call('note.find', { idPrefix })
  if (!found.ok) return found
  const removed = await client.call('note.remove', found.value)
  return removed.ok ? found : removed
}
