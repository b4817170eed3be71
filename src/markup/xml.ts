import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { withoutDoctype } from './doctype.ts'
import { expander } from './entities.ts'
import type { Element, Node } from './tree.ts'

/** As for HTML: nothing that people write is nested so deep. */
const maxDepth = 256

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: maxDepth,
  jPath: false,
})

/** As the library gives a node: its name with its children, or `#text` with a text. */
type Parsed = { [name: string]: Parsed[] | string | undefined } & { ':@'?: Record<string, string> }

/**
 * The root of an XML document, null where it is not well-formed or deeper than 256. Names keep their prefixes; comments and
 * instructions are left out. Entities are those of XML, of HTML (which NITF and XHTML declare outside of the file), and short
 * texts that the document itself declares; nothing is ever loaded for them.
 */
export function parseXml(text: string): Element | null {
  const { entities, rest } = withoutDoctype(text)
  try {
    const parsed: Parsed[] = parser.parse(rest)
    // The parser takes any end tag for the right one.
    if (XMLValidator.validate(rest) !== true) return null
    const nodes = nodesOf(parsed, expander(entities))
    const elements = nodes.filter((node) => node.kind === 'element')
    return elements.length === 1 ? elements[0]! : null
  } catch {
    return null
  }
}

/** `creditline` of `nar:creditline`. */
export function localName({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The same elements without the prefixes of their names: `creditline` for `nar:creditline`. Attributes keep theirs. */
export function withoutPrefixes(element: Element): Element {
  return {
    ...element,
    name: localName(element),
    children: element.children.map((child) => (child.kind === 'text' ? child : withoutPrefixes(child))),
  }
}

function nodesOf(parsed: readonly Parsed[], expand: (text: string) => string): Node[] {
  return parsed.flatMap((node) => nodeOf(node, expand))
}

function nodeOf(parsed: Parsed, expand: (text: string) => string): Node[] {
  const { ':@': attributes = {}, ...named } = parsed
  return Object.entries(named).map(([name, value]): Node => {
    if (typeof value === 'string') return { kind: 'text', text: expand(value) }
    if (name === '#cdata') return { kind: 'text', text: rawTextOf(value) }
    const expanded = Object.entries(attributes).map(([key, text]) => [key, expand(text)] as const)
    return { kind: 'element', name, attributes: new Map(expanded), children: nodesOf(value ?? [], expand) }
  })
}

function rawTextOf([text]: readonly Parsed[] = []): string {
  const raw = text?.['#text']
  return typeof raw === 'string' ? raw : ''
}
