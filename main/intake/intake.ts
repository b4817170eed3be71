import type { IntakeProgress } from '../../src/model/collection.ts'
import type { Failure, IntakeFile } from './intake-file.ts'

/** An item that is still to come; `cameAs` as of a failure. */
export type Waiting = Pick<Failure, 'index' | 'cameAs'>

/** A collection that is taken in, was taken in, or waits to be. */
export type Intake = {
  /** Without its failures as long as it runs. */
  file: IntakeFile
  /** In their order; null where an earlier run left it in the middle, so that all of it is gone through anew. */
  queue: Waiting[] | null
  failures: Failure[]
  stop: AbortController
  ended: Promise<void>
}

export const nothingDone = { done: 0, added: 0, extended: 0, same: 0, failed: 0 } as const

type Counts = Partial<Record<keyof typeof nothingDone, number>>

/** Counts more of its items; and changes its state, where one is named. */
export function count(
  intake: Pick<Intake, 'file'>,
  { state, ...counts }: Counts & { state?: IntakeProgress['state'] },
): void {
  const progress = { ...intake.file.progress, ...(state !== undefined && { state }) }
  for (const [name, more] of Object.entries(counts)) progress[name as keyof Counts] += more
  intake.file = { ...intake.file, progress }
}

/** All items that are wanted, each as one that was never tried. */
export function queueOf(items: number, { indices }: Pick<IntakeFile, 'indices'>): Waiting[] {
  return [...(indices ?? Array(items).keys())].map((index) => ({ index, cameAs: null }))
}

/** Whether nothing of it is left to come in. */
export function isWhole({ queue, failures }: Intake): boolean {
  return queue?.length === 0 && failures.length === 0
}

/** It as it is gone on with: what failed first, then what has not had its turn. `items` are as many as the collection has. */
export function goneOnWith({ file, queue, failures }: Intake, items: number): Intake {
  const next = { file, stop: new AbortController(), ended: Promise.resolve(), failures: [] }
  if (queue === null) {
    const progress: IntakeProgress = { ...file.progress, ...nothingDone, state: 'running' }
    return { ...next, file: { ...file, progress }, queue: queueOf(items, file) }
  }
  for (const { cameAs } of failures)
    count(next, { failed: -1, done: -1, ...(cameAs !== null && { [cameAs]: -1 }) })
  count(next, { state: 'running' })
  return { ...next, queue: [...failures.map(({ index, cameAs }) => ({ index, cameAs })), ...queue] }
}
