import type { Literal } from 'mdast'
import type { ConstructName, Options, Unsafe } from 'mdast-util-to-markdown'

/** Words that read back as they are, whatever they look like: escaped for CommonMark, GFM and Obsidian alike. */
export interface Quoted extends Literal {
  type: 'quoted'
}

/** Markdown that is written as it is. */
export interface Verbatim extends Literal {
  type: 'verbatim'
}

declare module 'mdast' {
  interface PhrasingContentMap {
    quoted: Quoted
    verbatim: Verbatim
  }
  interface RootContentMap {
    quoted: Quoted
    verbatim: Verbatim
  }
}

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    quoted: 'quoted'
  }
}

const inConstruct: ConstructName = 'quoted'

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

/** The extension of mdast-util-to-markdown that writes the two nodes, and YAML front matter. */
export const obsidian: Options = {
  unsafe: [...syntax, ...edges],
  handlers: {
    quoted(node: Quoted, _, state, info) {
      const exit = state.enter('quoted')
      const value = state.safe(node.value, info)
      exit()
      return value
    },
    verbatim: (node: Verbatim) => node.value,
    yaml: (node: Literal) => ['---', node.value, '---'].join('\n'),
  },
}
