/** The middle value: one slow run on a busy machine does not move it. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? Number.NaN
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** How long a task takes, in milliseconds. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await task()
  return performance.now() - startedAt
}

/** Ours, and the floor nobody can be below. */
export type Pair<T> = { ours: T; floor: T }

/**
 * Measures two things in turn, each first in every other round, so that whatever else the machine does meets both. The
 * first round warms up and is dropped.
 */
export async function inTurn<T>(rounds: number, measure: Pair<() => Promise<T>>): Promise<Pair<T[]>> {
  const ours: T[] = []
  const floor: T[] = []
  for (let round = 0; round <= rounds; round++) {
    if (round % 2 === 0) ours.push(await measure.ours())
    floor.push(await measure.floor())
    if (round % 2 === 1) ours.push(await measure.ours())
  }
  return { ours: ours.slice(1), floor: floor.slice(1) }
}

type Comparison = Pair<readonly number[]> & { unit: string; aim: number | null }

/** One line: both medians, and their ratio beside the ratio aimed at. */
export function printRatio(name: string, { unit, ours, floor, aim }: Comparison): void {
  const ratio = median(ours) / median(floor)
  const verdict = aim === null ? '' : ` (aim ≤ ${aim}: ${ratio <= aim ? 'met' : 'missed'})`
  console.log(
    `  ${name}: ${figure(ours, unit)} against ${figure(floor, unit)}, ratio ${ratio.toFixed(2)}${verdict}`,
  )
}

/** A median, with the least and the greatest value. */
export function figure(values: readonly number[], unit: string): string {
  return `${short(median(values))} ${unit} [${short(Math.min(...values))}–${short(Math.max(...values))}]`
}

function short(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0)
}
