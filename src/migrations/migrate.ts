import { currentFormat } from '../model/format.ts'
import type { FileKind, Json, Step } from './step.ts'
import { to2 } from './to-2.ts'
import { to3 } from './to-3.ts'
import { to4 } from './to-4.ts'

/** The first leads from version 1 to 2. A step that was released is never edited. */
export const steps: readonly Step[] = [to2, to3, to4]

/** `none`: not a file of ours, or damaged. */
export type Migrated = { kind: 'current'; json: Json } | { kind: 'newer'; format: number } | { kind: 'none' }

/** A file's JSON as the current format version has it. It has still to be parsed: a current file is answered as it is. */
export function migrate(kind: FileKind, json: unknown): Migrated {
  if (!isVersioned(json)) return { kind: 'none' }
  if (json.format > currentFormat) return { kind: 'newer', format: json.format }
  let migrated: Json = json
  for (let format = json.format; format < currentFormat; format += 1) {
    const next = steps[format - 1]?.[kind]?.(migrated) ?? null
    if (next === null) return { kind: 'none' }
    migrated = { ...next, format: format + 1 }
  }
  return { kind: 'current', json: migrated }
}

function isVersioned(json: unknown): json is Json & { format: number } {
  if (typeof json !== 'object' || json === null || !('format' in json)) return false
  return Number.isInteger(json.format) && Number(json.format) >= 1
}
