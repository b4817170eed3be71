import type { Annotation } from '../annotations/annotation.ts'
import type { Json } from '../importer.ts'
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
  const quote = selectors.map(quoteIn).find((found) => found !== null) ?? null
  const position = selectors.map(({ start }) => start).find((start) => typeof start === 'number')
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

/** A selector and those that refine it, the innermost first: where several quote, it has the fewest words. */
function chainOf(selector: Json): JsonObject[] {
  if (!isObject(selector)) return []
  return [...valuesOf(selector['refinedBy']).flatMap(chainOf), selector]
}

function quoteIn(selector: JsonObject): Annotation['quote'] {
  const exact = textIn(selector, 'exact')
  if (exact === null) return null
  return { exact, prefix: textIn(selector, 'prefix') ?? '', suffix: textIn(selector, 'suffix') ?? '' }
}
