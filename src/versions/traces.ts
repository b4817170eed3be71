import type { Origin, Sketch, Version } from '../model/article.ts'
import { addressKey } from './same-address.ts'

/** What is known of a story that can tell that it is one of those that are there. */
export type Traceable = {
  title: string
  origins: readonly Origin[]
  addresses: readonly (string | null)[]
  versions: readonly Pick<Version, 'sha256' | 'sketch'>[]
}

/**
 * Keys of which two editions of one story share some: where they were saved before, the digests of their bytes, their addresses,
 * their headlines, and some hashes of their sketches. Whoever shares one is a candidate; the texts themselves decide.
 */
export function tracesOf({ title, origins, addresses, versions }: Traceable): string[] {
  const keys = [
    ...origins.map(originTrace),
    `t:${title.toLowerCase()}`,
    ...addresses.flatMap((address) => (address === null ? [] : addressTrace(address))),
    ...versions.flatMap(({ sha256, sketch }) => [`s:${sha256}`, ...sketchKeys(sketch)]),
  ]
  return [...new Set(keys)]
}

export function originTrace({ importer, key }: Origin): string {
  return `o:${importer}\n${key}`
}

export function addressTrace(address: string): string {
  return `u:${addressKey(address)}`
}

function sketchKeys(sketch: Sketch): string[] {
  return sketch.map((hash) => `k:${hash.toString(36)}`)
}
