import { Parser, type Node as CommonmarkNode } from 'commonmark'
import MarkdownIt from 'markdown-it'
import type { Link, Nodes, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** Reads Markdown and answers the text of each of its outermost block quotes: "\n" a break, "\n\n" a new paragraph. */
export type Reader = (markdown: string) => string[]

/** What a reader meets and a quotation must not hold: shown in the text, so that the comparison fails. */
function foreign(kind: string): string {
  return `⟦${kind}⟧`
}

function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  if (node.type === 'paragraph' || (node.type === 'link' && isLiteral(node)))
    return node.children.map(wordsOf).join('')
  return foreign(node.type)
}

/** GFM makes links of bare addresses, escaped or not (mdast-util-gfm-autolink-literal): the words are still the same. */
function isLiteral({ url, children }: Link): boolean {
  const words = children.map(wordsOf).join('')
  return ['', 'mailto:', 'http://'].some((scheme) => scheme + words === url)
}

function mdastQuotes(nodes: RootContent[]): string[] {
  return nodes.flatMap((node) =>
    node.type === 'blockquote' ? [node.children.map(wordsOf).join('\n\n')] : [],
  )
}

const micromarkGfm: Reader = (markdown) =>
  mdastQuotes(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }).children)

const micromark: Reader = (markdown) => mdastQuotes(fromMarkdown(markdown).children)

const commonmarkJs: Reader = (markdown) => {
  const quotes: string[] = []
  let paragraphs: string[] = []
  const walker = new Parser().parse(markdown).walker()
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event
    const isInQuote = node.type === 'block_quote' || hasAncestor(node, 'block_quote')
    if (!isInQuote) continue
    if (node.type === 'block_quote') {
      if (entering) paragraphs = []
      else quotes.push(paragraphs.join('\n\n'))
    } else if (node.type === 'paragraph') {
      if (entering) paragraphs.push('')
    } else paragraphs.push((paragraphs.pop() ?? '') + inlineWords(node))
  }
  return quotes
}

function hasAncestor(node: CommonmarkNode, type: string): boolean {
  return node.parent !== null && (node.parent.type === type || hasAncestor(node.parent, type))
}

function inlineWords(node: CommonmarkNode): string {
  if (node.type === 'text') return node.literal ?? ''
  return node.type === 'linebreak' ? '\n' : foreign(node.type)
}

function markdownIt(options: { html: boolean }): Reader {
  return (markdown) => {
    const quotes: string[] = []
    let paragraphs: string[] = []
    let depth = 0
    for (const token of new MarkdownIt(options).parse(markdown, {})) {
      if (token.type === 'blockquote_open' && depth++ === 0) paragraphs = []
      else if (token.type === 'blockquote_close' && --depth === 0) quotes.push(paragraphs.join('\n\n'))
      else if (depth === 0 || token.type === 'paragraph_open' || token.type === 'paragraph_close') continue
      else if (token.type === 'inline') paragraphs.push((token.children ?? []).map(tokenWords).join(''))
      else paragraphs.push(foreign(token.type))
    }
    return quotes
  }
}

function tokenWords({ type, content }: { type: string; content: string }): string {
  if (type === 'text' || type === 'text_special') return content
  return type === 'hardbreak' ? '\n' : foreign(type)
}

export const readers: Record<string, Reader> = {
  micromark,
  'micromark with GFM': micromarkGfm,
  'commonmark.js': commonmarkJs,
  'markdown-it': markdownIt({ html: false }),
  'markdown-it with HTML': markdownIt({ html: true }),
}
