import type { Annotation } from '../annotations/annotation.ts'
import type { Json } from '../importer.ts'
import { timeOf } from '../services/times.ts'
import { readBody } from './body.ts'
import { idOf, isObject, shortName, textIn, valuesOf, type JsonObject } from './resources.ts'
import { readTargets } from './target.ts'

/** An annotation of W3C's model, also as its draft of 2013 had it: one for each of its targets. */
export function readWebAnnotation(record: Json): Annotation[] {
  if (!isObject(record)) return []
  const motivation = shortName(textIn(record, 'motivation', 'motivatedBy', 'oa:motivatedBy'))
  const { text, tags, color } = readBody(record, motivation)
  const id = idOf(record)
  return readTargets(record).map((target, index) => ({
    ...target,
    id: id === null || index === 0 ? id : `${id} ${index + 1}`,
    author: authorOf(record),
    body: text,
    tags,
    color,
    createdAt: timeOf(
      textIn(record, 'created', 'dcterms:created', 'annotatedAt', 'oa:annotatedAt', 'modified') ?? '',
    ),
    references: [],
  }))
}

/** Several people who wrote one annotation are one author. */
function authorOf(annotation: JsonObject): string | null {
  const creators = valuesOf(
    annotation['creator'] ?? annotation['dcterms:creator'] ?? annotation['annotatedBy'],
  )
  const names = creators.map((creator) =>
    isObject(creator)
      ? (textIn(creator, 'name', 'foaf:name', 'nickname', 'nick') ?? idOf(creator))
      : idOf(creator),
  )
  const known = names.filter((name) => name !== null)
  return known.length === 0 ? null : known.join(', ')
}
