import type { Json } from '../importer.ts'

export type JsonObject = Readonly<Record<string, Json>>

/** One or many of what a property has: JSON-LD writes a single value without its list, and an ordered list as `@list`. */
export function valuesOf(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap(valuesOf)
  const list = isObject(value) ? (value['@list'] ?? value['@set']) : undefined
  return list === undefined ? [value] : valuesOf(list)
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The first text that a resource has under one of the names; JSON-LD may put it into an object with a language. */
export function textIn(resource: JsonObject, ...names: string[]): string | null {
  for (const value of names.flatMap((name) => valuesOf(resource[name]))) {
    const text = isObject(value) ? (value['@value'] ?? value['value']) : value
    if (typeof text === 'string' && text.trim() !== '') return text
  }
  return null
}

/** What a resource is called by: itself, where it is nothing but an address. */
export function idOf(value: Json): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  return isObject(value) ? textIn(value, 'id', '@id') : null
}

/** The members of a choice, list or composite, for each what it is itself otherwise. */
export function membersOf(value: Json): Json[] {
  const members = isObject(value) ? (value['items'] ?? value['member'] ?? value['members']) : undefined
  return members === undefined ? [value] : valuesOf(members)
}

/** The last word of `oa:tagging` and `http://www.w3.org/ns/oa#tagging`. */
export function shortName(iri: string | null): string {
  return iri?.split(/[:/#]/).at(-1)?.toLowerCase() ?? ''
}
