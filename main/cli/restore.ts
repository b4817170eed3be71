import { resolve } from 'node:path'
import type { RestorePlan } from '../../src/contract.ts'
import type { Result } from '../../src/errors.ts'
import { Client } from './client.ts'
import { type Command, type ExitCode, failed, printJson, type Surroundings, UsageError } from './command.ts'

export const restore: Command = {
  usage: 'lectern restore FILE [--dry-run]',
  summary: 'merge a backup into the library',
  details: [
    'Nothing that is in the library is replaced or removed; of notes written differently on both sides both texts stay.',
    '--dry-run   only say what it would do',
  ],
  options: { 'dry-run': { type: 'boolean' } },
  async run({ positionals, values }, where) {
    const [file, second] = positionals
    if (file === undefined || second !== undefined) throw new UsageError('name one backup to restore from')
    const isDry = values['dry-run'] === true
    const client = isDry
      ? await Client.toRead(where.root)
      : await Client.toWrite(where.root, 'lectern restore')
    if (!client.ok) return failed(where, client.error)
    try {
      const plan = await client.value.call('restore.read', { path: resolve(file) })
      if (!plan.ok) return failed(where, plan.error)
      return isDry
        ? await drop(client.value, plan.value, where)
        : await apply(client.value, plan.value, where)
    } finally {
      await client.value.close()
    }
  },
}

async function drop(client: Client, plan: RestorePlan, where: Surroundings): Promise<ExitCode> {
  const dropped = await client.call('restore.discard', { restoreId: plan.restoreId })
  if (!dropped.ok) return failed(where, dropped.error)
  if (where.isJson) printJson(where, withoutId(plan))
  else printPlan(plan, where)
  return exitCode(plan)
}

async function apply(client: Client, plan: RestorePlan, where: Surroundings): Promise<ExitCode> {
  if (!where.isJson) printPlan(plan, where)
  const done: Result<{ added: number; changed: number }> = await client.call('restore.apply', {
    restoreId: plan.restoreId,
  })
  if (!done.ok) return failed(where, done.error)
  if (where.isJson) printJson(where, { ...withoutId(plan), done: done.value })
  else where.out(`Restored: ${done.value.added} added, ${done.value.changed} changed.`)
  return exitCode(plan)
}

/** What could not be had of the backup has failed, even if all else was done. */
function exitCode({ skipped }: RestorePlan): ExitCode {
  return skipped.length === 0 ? 0 : 1
}

/** It means nothing once the command has ended. */
function withoutId({ name, counts, items, skipped }: RestorePlan): Omit<RestorePlan, 'restoreId'> {
  return { name, counts, items, skipped }
}

function printPlan({ counts, items, skipped }: RestorePlan, where: Surroundings): void {
  for (const { id, effect, title } of items) where.out(`${effect.padEnd('conflict'.length)}  ${id}  ${title}`)
  const shown = items.length
  const all = counts.added + counts.changed + counts.conflict
  if (all > shown) where.out(`… and ${all - shown} more`)
  for (const { name, reason } of skipped) where.err(`${name}: ${reason}. It is left out.`)
  const { added, changed, conflict, same } = counts
  where.out(`${added} to add, ${changed} to change, ${conflict} changed on both sides, ${same} the same`)
}
