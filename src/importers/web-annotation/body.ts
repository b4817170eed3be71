import { parseHtml } from '../../markup/html.ts'
import { textOf } from '../../markup/walk.ts'
import type { Json } from '../importer.ts'
import { isColor } from '../services/colors.ts'
import { idOf, isObject, membersOf, shortName, textIn, valuesOf, type JsonObject } from './resources.ts'

/** What the bodies of an annotation say together. */
export type Body = { text: string; tags: string[]; color: string | null }

/** Reads the bodies of an annotation; `motivation` is what those are for that don't say so themselves. */
export function readBody(annotation: JsonObject, motivation: string): Body {
  const body: Body = { text: '', tags: [], color: null }
  const texts = valuesOf(annotation['bodyValue'] ?? annotation['bodyText']).filter(
    (text) => typeof text === 'string',
  )
  for (const value of valuesOf(annotation['body'] ?? annotation['hasBody'] ?? annotation['resource']))
    for (const member of membersOf(value)) texts.push(...readOne(member, motivation, body))
  body.text = [...new Set(texts.map((text) => text.trim()))].filter((text) => text !== '').join('\n\n')
  return body
}

/** The text of one body, as Markdown; its tag and colour go `into` the rest. */
function readOne(value: Json, motivation: string, into: Body): string[] {
  if (typeof value === 'string') return [linkTo(value)]
  if (!isObject(value)) return []
  into.color ??= textIn(value, 'color')
  const purpose = shortName(textIn(value, 'purpose', 'oa:hasPurpose')) || motivation
  const text = textIn(value, 'value', 'chars', 'cnt:chars', 'rdf:value', '@value')
  const isTag = purpose === 'tagging' || /(?:^|:)Tag$/.test(textIn(value, 'type', '@type') ?? '')
  into.tags.push(...valuesOf(value['tag'] ?? value['keyword']).filter((tag) => typeof tag === 'string'))
  if (text !== null && isTag) {
    into.tags.push(text)
    return []
  }
  if (text !== null && purpose === 'highlighting' && isColor(text)) {
    into.color ??= text
    return []
  }
  if (text !== null) return [/html/i.test(textIn(value, 'format') ?? '') ? textOf(parseHtml(text)) : text]
  return valuesOf(value['source'] ?? idOf(value)).flatMap((source) =>
    isObject(source) && source['source'] === undefined
      ? readOne(source, purpose, into)
      : linksTo(idOf(source)),
  )
}

function linksTo(address: string | null): string[] {
  return address === null ? [] : [linkTo(address)]
}

/** Names that are no addresses (`urn:…`) are written as they are. */
function linkTo(address: string): string {
  return /^(?:https?|mailto):[^\s<>]+$/i.test(address.trim()) ? `<${address.trim()}>` : address.trim()
}
