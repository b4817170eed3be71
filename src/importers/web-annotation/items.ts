import type { Json } from '../importer.ts'
import { fieldsOf } from '../services/fields.ts'
import type { Found } from '../services/service.ts'

/** Under these names documents keep annotations, or lists and pages of them. */
const lists = ['items', 'first', '@graph', 'annotations', 'included', 'member', 'resources']

/** The annotations of a document: one, a list, a collection, its pages, or a graph with them in it. What else is in a list is told. */
export function itemsOf(json: Json): Found[] {
  const found: Found[] = []
  const pending: Json[] = [json]
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (Array.isArray(value)) {
      for (const member of value.toReversed()) pending.push(member)
      continue
    }
    const inner = listsIn(value)
    if (isAnnotation(value)) found.push({ where: nameOf(value, found.length + 1), record: value })
    else if (inner.length > 0) pending.push(...inner.toReversed())
    // A page may be named only by its address, and a graph has other things than annotations.
    else if (typeof value !== 'string' && typeIn(value) === null)
      found.push({ where: nameOf(value, found.length + 1), reason: 'damaged' })
  }
  return found
}

function listsIn(value: Json): Json[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return lists.map((name) => value[name]).filter((list) => typeof list === 'object' && list !== null)
}

function isAnnotation(value: Json): boolean {
  const fields = fieldsOf(value)
  if (fields.value('target', 'hasTarget', 'oa:hasTarget', 'on') === undefined) return false
  return typeIn(value) === null || /(?:^|[:/#])Annotation$/.test(typeIn(value) ?? '')
}

/** The type that counts of several: `["Annotation", "as:Activity"]`. */
function typeIn(value: Json): string | null {
  const type = fieldsOf(value).value('type', '@type')
  const types = (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string')
  return types.find((one) => one.endsWith('Annotation')) ?? types[0] ?? null
}

function nameOf(value: Json, number: number): string {
  return fieldsOf(value).text('id', '@id') ?? `annotation ${number}`
}
