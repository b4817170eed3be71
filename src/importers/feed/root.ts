/** What may stand before the first element: white space, a prolog, instructions, comments, a document type. */
const before = /^(?:\s+|\ufeff|<\?[^]*?\?>|<!--[^]*?-->|<!doctype\s[^>[]*(?:\[[^\]]*\])?[^>]*>)+/i

/** The name of a document's first element in lower case and without its prefix; null where there is none. */
export function rootName(text: string): string | null {
  const start = before.exec(text)?.[0].length ?? 0
  return /^<(?:[\w.-]+:)?([\w.-]+)[\s/>]/.exec(text.slice(start, start + 200))?.[1]?.toLowerCase() ?? null
}

/** Whether a text begins as a feed does. RDF is also what other things are written in. */
export function isFeedText(text: string): boolean {
  const root = rootName(text)
  if (root === 'rss' || root === 'feed') return true
  if (root === 'rdf') return /purl\.org\/rss\/1\.0|netscape\.com\/rdf\/simple/i.test(text)
  return root === null && /^\s*\{/.test(text) && /"https?:\/\/jsonfeed\.org\/version\//i.test(text)
}

/** Whether a text is a reading list (OPML), as its beginning says. */
export function isFeedList(text: string): boolean {
  return rootName(text) === 'opml'
}
