import { withoutDoctype } from '../../markup/doctype.ts'

/** The name of the outermost element of an XML file, without its prefix, by the file's beginning; null where that is no XML. */
export function rootName(head: string): string | null {
  const { rest } = withoutDoctype(head)
  const opening = rest.replace(/^(?:\s|<\?[^]*?\?>|<!--[^]*?-->)*/, '')
  // A type that is longer than the beginning names the element, too.
  return /^<(?:!DOCTYPE\s+)?(?:[\w.-]+:)?([\w.-]+)/i.exec(opening)?.[1] ?? null
}
