/** Comments, instructions, quoted names and declarations; what begins as one of these and has no end matches nothing. */
const token =
  /<!--[^]*?-->|<\?[^]*?\?>|<!ENTITY\s+(?<name>[\w.-]+)\s+(?:"(?<double>[^"]*)"|'(?<single>[^']*)')\s*>|"[^"]*"|'[^']*'|[[\]>]|<(?!!--|\?)|[^"'<>[\]]+/y

const prolog = /^(?:\s|<\?[^]*?\?>|<!--[^]*?-->)*/

/**
 * Takes the document type out of an XML text, because parsers refuse some that newspapers use. `entities` are the texts that
 * it declares itself; those it would have to be loaded for are not.
 */
export function withoutDoctype(text: string): { entities: ReadonlyMap<string, string>; rest: string } {
  const trimmed = text.trimStart()
  const entities = new Map<string, string>()
  const start = prolog.exec(trimmed)![0].length
  const end = /^<!DOCTYPE/i.test(trimmed.slice(start, start + 9)) ? endOf(trimmed, start, entities) : null
  return { entities, rest: end === null ? trimmed : trimmed.slice(0, start) + trimmed.slice(end) }
}

/** Where the type that starts at `start` ends; null where it does not. Fills `entities` on the way. */
function endOf(text: string, start: number, entities: Map<string, string>): number | null {
  token.lastIndex = start + 1
  let isInside = false
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '[') isInside = true
    if (match[0] === ']') isInside = false
    if (match[0] === '>' && !isInside) return token.lastIndex
    const { name, double, single } = match.groups ?? {}
    // The first declaration of a name counts.
    if (name !== undefined && !entities.has(name)) entities.set(name, double ?? single ?? '')
  }
  return null
}
