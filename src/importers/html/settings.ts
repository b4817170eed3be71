import type { Element } from '../../markup/tree.ts'
import type { Setting } from './inline.ts'

type Plain = Exclude<Setting['kind'], 'link' | 'footnoteReference'>

const byName: ReadonlyMap<string, Plain> = new Map([
  ...named('emphasis', 'em i cite dfn var'),
  ...named('strong', 'strong b'),
  ...named('code', 'code kbd samp tt'),
  ...named('strike', 's strike del'),
  ...named('superscript', 'sup'),
  ...named('subscript', 'sub'),
])

const byStyle: ReadonlyArray<[style: RegExp, kind: Plain]> = [
  [/font-weight\s*:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style\s*:\s*(?:italic|oblique)/i, 'emphasis'],
  [/text-decoration(?:-line)?\s*:[^;]*line-through/i, 'strike'],
  [/vertical-align\s*:\s*super/i, 'superscript'],
  [/vertical-align\s*:\s*sub(?!\w|per)/i, 'subscript'],
]

/** Google Docs wraps whole documents in such a `b`. */
const unset: ReadonlyArray<[style: RegExp, kind: Plain]> = [
  [/font-weight\s*:\s*(?:normal|[1-5]00)/i, 'strong'],
  [/font-style\s*:\s*normal/i, 'emphasis'],
]

/** How an element sets its words, by its name and its own style. */
export function settingsOf({ name, attributes }: Element): Setting[] {
  const kind = byName.get(name)
  const style = attributes.get('style')
  if (style === undefined) return kind === undefined ? [] : [{ kind }]
  const kinds = new Set(byStyle.filter(([pattern]) => pattern.test(style)).map(([, styled]) => styled))
  if (kind !== undefined) kinds.add(kind)
  for (const [pattern, plain] of unset) if (pattern.test(style)) kinds.delete(plain)
  return [...kinds].map((styled) => ({ kind: styled }))
}

function named(kind: Plain, names: string): Array<[string, Plain]> {
  return names.split(' ').map((name) => [name, kind])
}
