import { setTimeout as pause } from 'node:timers/promises'
import type { ImportedFile, IntakeReport } from '../../src/contract.ts'
import { ok, type Result } from '../../src/errors.ts'
import type { CollectionPlan, IntakeOptions, Skipped, SkipReason } from '../../src/model/collection.ts'
import type { Client } from './client.ts'
import type { Surroundings } from './command.ts'
import { errorText } from './error-text.ts'

/** A collection that was read. */
export type Collected = Extract<ImportedFile, { collectionId: string }>

/** What became of a collection, as `--json` prints it, and whether all of it came in. */
type Taken = { json: unknown; hasFailed: boolean }

/** How often it is asked how far it is. */
const askMs = 200

/** Says what would come in, and lets the collection go. */
export async function previewCollection(
  client: Client,
  where: Surroundings,
  { name, collectionId, plan }: Collected,
): Promise<Result<Taken>> {
  const items: unknown[] = []
  for (let skip = 0; skip < plan.items; skip += 500) {
    const page = await client.call('import.items', { collectionId, skip, limit: 500 })
    if (!page.ok) return page
    items.push(...page.value.rows)
    if (!where.isJson)
      for (const { effect, title, url } of page.value.rows)
        where.out(`${effect.padEnd(4)}  ${title}${url ? `  ${url}` : ''}`)
  }
  await client.call('import.discard', { ids: [collectionId] })
  if (!where.isJson) for (const line of planLines(name, plan)) where.out(line)
  return ok({ json: { name, ...plan, found: items }, hasFailed: false })
}

/** Takes all of it in, and waits until that is done. */
export async function takeCollection(
  client: Client,
  { where, options }: { where: Surroundings; options: IntakeOptions },
  { name, collectionId, plan }: Collected,
): Promise<Result<Taken>> {
  const started = await client.call('intake.start', { collectionId, options })
  if (!started.ok) return started
  const { id } = started.value
  let report = await client.call('intake.report', { id })
  while (report.ok && report.value.progress.state === 'running') {
    await pause(askMs)
    report = await client.call('intake.report', { id })
  }
  if (!report.ok) return report
  await client.call('intake.forget', { id })
  const { progress, failures } = report.value
  for (const { title, error } of failures) where.err(`${title}: ${errorText(error)}`)
  if (failures.length > 0)
    where.err(`${name}: run this command again to try them once more; the rest is passed over`)
  if (!where.isJson) {
    where.out(outcome(name, report.value))
    for (const line of leftLines(plan)) where.out(line)
  }
  const { items, added, extended, same, failed } = { items: progress.total, ...progress }
  const { skipped, unplaced, importer } = plan
  const json = { name, format: importer, items, added, extended, same, failed, failures, skipped, unplaced }
  return ok({ json, hasFailed: failed > 0 })
}

function outcome(name: string, { progress }: IntakeReport): string {
  const { added, extended, same, failed } = progress
  return `${name}: ${added} added, ${extended} extended, ${same} already there, ${failed} failed`
}

function planLines(name: string, plan: CollectionPlan): string[] {
  const { label, items, effects, notes, withoutText } = plan
  return [
    `${name}: ${label}, ${items} items: ${effects.new} new, ${effects.more} with more than is there, ${effects.same} already there`,
    `${notes} notes come along; ${withoutText} items are an address without a text (--fetch loads their pages)`,
    ...leftLines(plan),
  ]
}

function leftLines({ skipped, unplaced }: CollectionPlan): string[] {
  return [
    ...skipped.map((item) => `left out: ${skippedText(item)}`),
    ...(unplaced.length === 0
      ? []
      : [`kept with each article, without a place of its own: ${unplaced.join(', ')}`]),
  ]
}

const reasons: Record<SkipReason, string> = {
  nothing: 'neither an address nor a text',
  repeated: 'it stands there once more',
  'not-saved': 'nobody saved it',
  unsupported: 'of a kind that Lectern does not read',
  damaged: 'it can not be understood',
  'over-limit': 'it stands behind the last that is read',
  removed: 'it lies in the trash; it can be brought back from there',
}

function skippedText({ where, reason }: Skipped): string {
  return `${where} (${reasons[reason]})`
}
