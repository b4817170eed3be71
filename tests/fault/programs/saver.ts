import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '../../../main/library/files/durable.ts'
import { openToWrite } from '../../../main/session.ts'
import { ask, must, noteText, stock } from '../ask.ts'

// What the system-call trace looks at: one save each, between two marks. A mark is a look for a file that is nowhere: it shows
// in the trace and does nothing.
const root = JSON.parse(process.argv[2] ?? '') as string

async function marked(name: string, save: () => Promise<unknown>): Promise<void> {
  existsSync(`/mark/begin/${name}`)
  await save()
  existsSync(`/mark/end/${name}`)
}

const session = await must(openToWrite(root, 'the saver'))
const [articleId = ''] = await stock(session, 1)
const added = { articleId, span: null, ...noteText('first') }
const { note } = await must(ask(session, 'note.add', added))
// Not the first change, so that no snapshot is due.
const edit = { articleId, id: note.id, change: { body: 'second' } }
await must(ask(session, 'note.edit', edit))
await must(ask(session, 'settings.save', { fontSize: 20 }))

await marked('adapter', () => writeDurably(join(root, 'adapter.json'), '{}'.repeat(100_000)))
await marked('note', () => must(ask(session, 'note.edit', { ...edit, change: { body: 'third' } })))
await marked('settings', () => must(ask(session, 'settings.save', { fontSize: 21 })))
await session.close()
process.exit(0)
