import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzip } from '../../../../main/import/unzip.ts'
import { candidateOf, importerOf } from '../../../../src/importers/read-source.ts'
import type { Candidate } from '../../../../src/importers/source-file.ts'

const folder = fileURLToPath(new URL('../../../../../shared/data/imports/formats/', import.meta.url))

/** The time at which all samples are read. */
export const now = '2026-11-23T12:00:00.000Z'

/** Whether the samples are there: they lie beside the project where it is developed, and are no part of it. */
export const hasSamples = existsSync(folder)

/** A sample as importers see it, by its path in `formats/`. */
export async function sample(path: string): Promise<Candidate> {
  return candidate(basename(path), readFileSync(`${folder}${path}`))
}

/** Bytes as importers see them. */
export async function candidate(name: string, bytes: Uint8Array): Promise<Candidate> {
  const made = await candidateOf({ name, bytes: new Uint8Array(bytes), modified: null, now }, unzip)
  if (!made.ok) throw new Error(`${name}: ${made.error.code}`)
  return made.value
}

/** The id of the importer that takes a file of its own accord; null where none does. */
export function recognised(file: Candidate): string | null {
  const importer = importerOf(file)
  return importer.ok ? importer.value.id : null
}
