import type { Text, Yaml } from 'mdast'
import type { Options, Unsafe } from 'mdast-util-to-markdown'
import { defaultHandlers } from 'mdast-util-to-markdown'

declare module 'mdast' {
  interface TextData {
    /** The text in Markdown, to be written as it is; without it the text is escaped. */
    source?: string
  }
}

const inConstruct = 'phrasing'

/** What Obsidian reads beyond GFM: #tag, ==mark==, $math$, %%comment%%, ^block-id (`[[` is escaped already). */
const syntax: Unsafe[] = [
  { character: '#', after: '\\S', inConstruct },
  { character: '=', after: '=', inConstruct },
  { character: '=', before: '=', inConstruct },
  { character: '$', inConstruct },
  { character: '%', after: '%', inConstruct },
  { character: '%', before: '%', inConstruct },
  { character: '^', inConstruct },
  // GFM: what follows `www.` belongs to the address, the backslash of an escape included.
  { character: '.', before: '[Ww]{3}', inConstruct },
]

/**
 * White space that `String.trim` takes, as markdown-it does at the edges of a paragraph. Tab and space are seen to by
 * the library; for a vertical tab there is no character reference.
 */
const edgeSpaces =
  '\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
const edges = Array.from(edgeSpaces).flatMap((character): Unsafe[] => [
  { character, before: '[\\r\\n]', inConstruct },
  { character, after: '[\\r\\n]', inConstruct },
])

/**
 * Marks of list items that end their line. The library knows them, but takes the line's end as a part of what it found,
 * and then misses a mark on the next line: what comes after is only looked at here.
 */
const listMarks: Unsafe[] = [
  { atBreak: true, character: '+', after: '(?=[ \\t\\r\\n])' },
  { atBreak: true, character: '-', after: '(?=[ \\t\\r\\n-])' },
  { atBreak: true, before: '\\d+', character: '.', after: '(?=[ \\t\\r\\n]|$)' },
]

/** For mdast-util-to-markdown: text reads back as the same characters in CommonMark, GFM and Obsidian alike. */
export const obsidian: Options = {
  bullet: '-',
  rule: '-',
  unsafe: [...syntax, ...edges, ...listMarks],
  handlers: {
    text: (node: Text, ...place) => node.data?.source ?? defaultHandlers.text(node, ...place),
    yaml: ({ value }: Yaml) => ['---', value, '---'].join('\n'),
  },
}

/** Text that is Markdown already. */
export function asWritten(value: string, source = value): Text {
  return { type: 'text', value, data: { source } }
}
