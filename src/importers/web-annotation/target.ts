import type { Annotation } from '../annotations/annotation.ts'
import type { Json } from '../importer.ts'
import { fieldsOf } from '../services/fields.ts'
import { idOf, isObject, membersOf, textIn, valuesOf, type JsonObject } from './resources.ts'

/** What an annotation is on. */
export type Target = Pick<Annotation, 'uri' | 'title' | 'quote' | 'position'>

/** The targets of an annotation; one whose address is not said is left out. */
export function readTargets(annotation: JsonObject): Target[] {
  const targets =
    annotation['target'] ?? annotation['hasTarget'] ?? annotation['oa:hasTarget'] ?? annotation['on']
  return valuesOf(targets).flatMap(membersOf).flatMap(readTarget)
}

function readTarget(value: Json): Target[] {
  const object = isObject(value) ? value : {}
  const [source] = valuesOf(object['source'] ?? object['hasSource'] ?? object['full'])
  const address = idOf(source ?? null) ?? idOf(value) ?? textIn(object, 'scope')
  if (address === null) return []
  const selectors = valuesOf(object['selector'] ?? object['hasSelector']).flatMap(chainOf)
  const quotes = [...selectors.map(quoteIn), quoteInFragment(address)]
  const quote = quotes.find((found) => found !== null) ?? null
  const position = selectors
    .map((selector) => fieldsOf(selector).number('start'))
    .find((start) => start !== null)
  return [{ uri: wholeOf(address), title: titleOf(source, object), quote, position: position ?? null }]
}

/** The address without what only points at a part of a text, picture or film. */
function wholeOf(address: string): string {
  return address.replace(/#(?:xywh=|t=|page=|:~:|char=|line=|xpointer\(|epubcfi\().*$/i, '')
}

function titleOf(source: Json | undefined, target: JsonObject): string | null {
  const names = ['title', 'dc:title', 'dcterms:title', 'schema:name', 'name', 'label'] as const
  return (isObject(source) ? textIn(source, ...names) : null) ?? textIn(target, ...names)
}

/** Names of what a selector has in it: what refines it, the two ends of a range, the members of a choice. */
const inner = ['refinedBy', 'oa:refinedBy', 'items', 'startSelector', 'endSelector'] as const

/** A selector and those within it, the innermost first: where several quote, it has the fewest words. */
function chainOf(selector: Json): JsonObject[] {
  if (!isObject(selector)) return []
  return [...inner.flatMap((name) => valuesOf(selector[name]).flatMap(chainOf)), selector]
}

function quoteIn(selector: JsonObject): Annotation['quote'] {
  const exact = textIn(selector, 'exact', 'oa:exact')
  if (exact === null) return quoteInFragment(textIn(selector, 'value', 'rdf:value') ?? '')
  const [prefix, suffix] = [textIn(selector, 'prefix', 'oa:prefix'), textIn(selector, 'suffix', 'oa:suffix')]
  return { exact, prefix: prefix ?? '', suffix: suffix ?? '' }
}

/** `:~:text=keeps-,no hours,-they say` (wicg.github.io/scroll-to-text-fragment); one that only names both ends quotes nothing. */
function quoteInFragment(fragment: string): Annotation['quote'] {
  const [directive] = /:~:(?:[^&]*&)*?text=([^&]+)/.exec(fragment)?.slice(1) ?? []
  const parts = directive?.split(',').map(decoded) ?? []
  const prefix = parts[0]?.endsWith('-') === true ? parts.shift()!.slice(0, -1) : ''
  const suffix = parts.at(-1)?.startsWith('-') === true ? parts.pop()!.slice(1) : ''
  const [exact = ''] = parts
  return parts.length === 1 && exact.trim() !== '' ? { exact, prefix, suffix } : null
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // No escapes, but a percent sign that stands for itself.
    return part
  }
}
