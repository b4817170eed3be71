import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast'
import type { Options } from 'mdast-util-from-markdown'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { asWritten } from './obsidian.ts'
import { writeMarkdown } from './write-markdown.ts'

/** The least heading within a note: it stands under `## Highlights`. */
const leastDepth = 3

/**
 * The reader's own Markdown as nodes that keep to their place in a larger document: headings lie below the sections,
 * footnotes are the note's own, and nothing left open swallows what follows. What Obsidian alone understands
 * (`[[links]]`, `#tags`, math) stays as it was typed; only where that would read differently in the new surroundings
 * is it escaped.
 */
export function noteBody(body: string, noteId: string): RootContent[] {
  const source = body.replace(/\r\n?/g, '\n')
  const typed = keepSource(settle(parse(source), noteId), source)
  if (isBalanced(typed) && shape(parse(writeMarkdown(typed))) === shape(typed)) return typed.children
  return settle(parse(source), noteId).children
}

/** Without GFM's links made of bare addresses: they remain text, which every reader makes links of again. */
const withoutLiteralLinks: Options = {
  extensions: [gfm(), { disable: { null: ['emailAutolink', 'protocolAutolink', 'wwwAutolink'] } }],
  mdastExtensions: gfmFromMarkdown().filter(({ transforms }) => !transforms),
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, withoutLiteralLinks)
}

function allNodes(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(allNodes)] : [node]
}

function settle(tree: Root, noteId: string): Root {
  const nodes = allNodes(tree)
  const headings = nodes.filter((node) => node.type === 'heading')
  const shift = Math.max(0, leastDepth - Math.min(...headings.map(({ depth }) => depth)))
  for (const heading of headings) heading.depth = depthOf(heading.depth + shift)
  for (const node of nodes) {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      node.label = `h-${noteId}-${node.label ?? node.identifier}`
      node.identifier = `h-${noteId}-${node.identifier}`
    }
    // Up to three spaces are left there in a list; they say nothing.
    if (node.type === 'html') node.value = node.value.trimStart()
    if (node.type === 'paragraph') node.children = holdHtml(node.children)
  }
  closeHtml(tree)
  return tree
}

function depthOf(depth: number): 3 | 4 | 5 | 6 {
  return depth <= 3 ? 3 : depth === 4 ? 4 : depth === 5 ? 5 : 6
}

/** HTML that is never closed (`<!--`, `<script>`) runs to the end of a document: it becomes plain words. */
function closeHtml(tree: Root): void {
  const last = tree.children.at(-1)
  if (last?.type !== 'html' || parse(`${last.value}\n\nend`).children.length > 1) return
  tree.children[tree.children.length - 1] = {
    type: 'paragraph',
    children: [{ type: 'text', value: last.value }],
  }
}

/** A line of a paragraph that starts with a block of HTML ends the paragraph, unless four spaces stand before it. */
function holdHtml(content: PhrasingContent[]): PhrasingContent[] {
  return content.flatMap((node, index) => {
    if ('children' in node) node.children = holdHtml(node.children)
    return endsLine(content[index - 1]) && startsBlock(node) ? [asWritten('', '    '), node] : [node]
  })
}

function endsLine(node: PhrasingContent | undefined): boolean {
  return node?.type === 'break' || (node?.type === 'text' && node.value.endsWith('\n'))
}

function startsBlock(node: PhrasingContent): boolean {
  return node.type === 'html' && parse(`a\n${node.value}`).children.length > 1
}

/** Gives each text the Markdown it was read from, without the marks of the lists and quotations it stands in. */
function keepSource(tree: Root, source: string): Root {
  for (const node of allNodes(tree)) {
    if (node.type !== 'text' || !node.position) continue
    const { start, end } = node.position
    node.data = { source: source.slice(start.offset, end.offset).replace(/\n[ \t>]*/g, '\n') }
  }
  return tree
}

/** Obsidian's comments and blocks of math run to the next `%%` or `$$`, past the end of the note if need be. */
function isBalanced(tree: Root): boolean {
  const words = allNodes(tree).map((node) => (node.type === 'text' ? (node.data?.source ?? '') : ''))
  return [/%%/g, /\$\$/g].every((fence) => (words.join('\n').match(fence)?.length ?? 0) % 2 === 0)
}

/** Where a node stands and how it was written do not change what it says. */
const ignored = new Set(['position', 'data'])

function shape(tree: Root): string {
  return JSON.stringify(tree, (key: string, value: unknown) => {
    if (ignored.has(key)) return undefined
    return Array.isArray(value) ? value.filter(saysSomething) : value
  })
}

/** A text without characters is only there for its Markdown. */
function saysSomething(node: Nodes | null): boolean {
  return node?.type !== 'text' || node.value !== ''
}
