import { writeSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openToWrite } from '../../../main/session.ts'
import { ask } from '../ask.ts'
import type { TakerLine, TakerPlan } from '../taker-line.ts'

// Takes collections into a library, goes on with those that were broken off, and says how far it is: an article that it has
// counted is on the disk.
const { root, paths } = JSON.parse(process.argv[2] ?? '') as TakerPlan

function say(line: TakerLine): void {
  writeSync(1, JSON.stringify(line) + '\n')
}

const opened = await openToWrite(root, 'the taker')
if (!opened.ok) refuse(opened.error)
const session = opened.value
say({ did: 'opened' })
for (const path of paths) await follow((await resumed(path)) ?? (await begun(path)))
await session.close()
say({ did: 'closed' })
process.exit(0)

/** The one that an earlier run left of this collection, which is gone on with. */
async function resumed(path: string): Promise<string | null> {
  const { intakes } = orRefuse(await ask(session, 'intake.list', {}))
  const left = intakes.find(({ name }) => name === basename(path))
  if (left === undefined) return null
  orRefuse(await ask(session, 'intake.resume', { id: left.id }))
  say({ did: 'resumed' })
  return left.id
}

async function begun(path: string): Promise<string> {
  const file = orRefuse(await ask(session, 'import.readFile', { path }))
  if (!('collectionId' in file)) throw new Error(JSON.stringify(file))
  const options = { loadsPages: false, keepsPictures: false }
  return orRefuse(await ask(session, 'intake.start', { collectionId: file.collectionId, options })).id
}

async function follow(id: string): Promise<void> {
  for (;;) {
    const { progress } = orRefuse(await ask(session, 'intake.report', { id }))
    if (progress.state !== 'running') return say({ did: 'ended', progress })
    if (progress.done > 0) say({ did: 'came', progress })
    await sleep(4) // an article or two
  }
}

function orRefuse<T>(answer: { ok: true; value: T } | { ok: false; error: Parameters<typeof refuse>[0] }): T {
  return answer.ok ? answer.value : refuse(answer.error)
}

function refuse(error: Extract<TakerLine, { did: 'refused' }>['error']): never {
  say({ did: 'refused', error })
  process.exit(3)
}
