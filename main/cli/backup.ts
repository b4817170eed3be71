import { resolve } from 'node:path'
import { Client } from './client.ts'
import { type Command, failed, printJson, UsageError } from './command.ts'

export const backup: Command = {
  usage: 'lectern backup FILE',
  summary: 'write the whole library into one zip',
  details: [
    'Articles, sources, pictures, and the notes of all devices, which also stand in it as Markdown.',
    'An older backup of that name is replaced when the new one is complete.',
  ],
  options: {},
  async run({ positionals }, where) {
    const [file, second] = positionals
    if (file === undefined || second !== undefined) throw new UsageError('name one file to write')
    const path = resolve(file)
    const client = await Client.toRead(where.root)
    if (!client.ok) return failed(where, client.error)
    const written = await client.value.call('backup.write', { path })
    await client.value.close()
    if (!written.ok) return failed(where, written.error)
    const { articles, bytes } = written.value
    if (where.isJson) printJson(where, { path, articles, bytes })
    else where.out(`${path}: ${articles === 1 ? '1 article' : `${articles} articles`}, ${size(bytes)}`)
    return 0
  },
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
