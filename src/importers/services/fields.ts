import type { Json } from '../importer.ts'
import { timeOf } from './times.ts'

/**
 * What a record says under names that were written in many ways: `Saved date`, `savedDate` and `saved_date` are one. Where several
 * names are asked for, the first that has a value counts; empty text is none.
 */
export type Fields = {
  value(...names: string[]): Json | undefined
  text(...names: string[]): string | null
  number(...names: string[]): number | null
  /** Null where it is not said. */
  flag(...names: string[]): boolean | null
  time(...names: string[]): string | null
  /** What the members of a list say; those that are no objects are left out. */
  list(...names: string[]): Fields[]
  object(...names: string[]): Fields
}

export function fieldsOf(record: Json | undefined): Fields {
  const values = new Map<string, Json>()
  for (const [name, value] of entriesOf(record)) {
    const plain = plainName(name)
    if (hasValue(value) && !values.has(plain)) values.set(plain, value)
  }
  const valueOf = (names: readonly string[]): Json | undefined =>
    names.map((name) => values.get(plainName(name))).find((value) => value !== undefined)
  return {
    value: (...names) => valueOf(names),
    text: (...names) => textOf(valueOf(names)),
    number: (...names) => numberOf(valueOf(names)),
    flag: (...names) => flagOf(valueOf(names)),
    time: (...names) => timeOf(valueOf(names)),
    list: (...names) => {
      const list = valueOf(names)
      return Array.isArray(list) ? list.filter(isObject).map(fieldsOf) : []
    },
    object: (...names) => fieldsOf(valueOf(names)),
  }
}

/** A name without case, spaces and signs; of a name without letters and digits, itself. */
export function plainName(name: string): string {
  const plain = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return plain === '' ? name : plain
}

/** The names of those fields of a record, and of the objects in its lists, for which there is no place. */
export function namesWithout(placed: ReadonlySet<string>, record: Json): string[] {
  return entriesOf(record).flatMap(([name, value]) => {
    if (!hasValue(value)) return []
    if (!placed.has(plainName(name))) return [name]
    return Array.isArray(value) ? value.flatMap((member) => namesWithout(placed, member)) : []
  })
}

/** The record, if it is an object; one without anything else. */
export function objectOf(record: Json | undefined): Record<string, Json> {
  return isObject(record) ? record : {}
}

function entriesOf(record: Json | undefined): [string, Json][] {
  return Object.entries(objectOf(record))
}

function isObject(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hasValue(value: Json): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  return value !== null && !(Array.isArray(value) && value.length === 0)
}

function textOf(value: Json | undefined): string | null {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' ? String(value) : null
}

function numberOf(value: Json | undefined): number | null {
  const number = typeof value === 'string' ? Number(value.replace(/%\s*$/, '').replace(',', '.')) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

function flagOf(value: Json | undefined): boolean | null {
  if (typeof value === 'boolean') return value
  const text = textOf(value)?.toLowerCase() ?? ''
  if (/^(?:true|yes|y|on|1|t)$/.test(text)) return true
  return /^(?:false|no|n|off|0|f)$/.test(text) ? false : null
}
