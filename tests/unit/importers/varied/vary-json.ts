import type { Json } from '../../../../src/importers/importer.ts'

/** Gives a number below `count`; the same ones in each run of a counterexample. */
export type Choose = (count: number) => number

export function chooser(numbers: readonly number[]): Choose {
  let at = 0
  return (count) => (numbers[at++ % numbers.length] ?? 0) % count
}

/** What programs may do to a document without meaning anything else by it. */
export type Changes = {
  choose: Choose
  /** Instead of the sign for it. */
  time: { sign: string; by: Json }
  isNumberAsText: boolean
}

export function varied(value: Json, changes: Changes): Json {
  const { choose, time, isNumberAsText } = changes
  if (value === time.sign) return time.by
  if (typeof value === 'number') return isNumberAsText && choose(2) === 1 ? String(value) : value
  if (Array.isArray(value)) return value.map((member) => varied(member, changes))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, inner]): [string, Json] => [name, varied(inner, changes)])
  return Object.fromEntries(shuffled(entries, choose))
}

function shuffled<T>(list: readonly T[], choose: Choose): T[] {
  const rest = [...list]
  return list.map(() => rest.splice(choose(rest.length), 1)[0]!)
}
