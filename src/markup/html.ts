import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import type { Element, Node } from './tree.ts'

type ParsedNode = DefaultTreeAdapterTypes.Node
type ParsedElement = DefaultTreeAdapterTypes.Element | DefaultTreeAdapterTypes.Template

/** Elements nest this deep at most; hand-made pages have some tens of levels, Chromium stops at 512. */
const deepest = 256

/**
 * The `html` element of a page or of a piece of one, read as browsers do where scripts don't run. Nothing makes this fail.
 * What nests deeper than 256 elements is lifted up to that depth, in its order.
 */
export function parseHtml(text: string): Element {
  const document = parsed(text)
  const root = document.childNodes.find((node) => 'tagName' in node)
  return root === undefined ? emptyPage() : treeOf(root)
}

/**
 * A setting that is not closed is opened again in every paragraph after it (HTML, 13.2.4.3), so that a small file can become millions of
 * elements. Real pages stay below two for a tag.
 */
const mostForATag = 4

/** Some for the smallest page, and as many as fit the memory of the importer. */
const fewest = 1000
const most = 2_000_000

const settings = /<\/?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])[^>]*>/gi

/** A page that would become far larger than it is loses how its words are set, and their links. */
function parsed(text: string): DefaultTreeAdapterTypes.Document {
  const limit = Math.min(fewest + mostForATag * (text.split('<').length - 1), most)
  let count = 0
  const counting: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement: (...element) => {
      count += 1
      if (count > limit) throw new TooManyElements()
      return defaultTreeAdapter.createElement(...element)
    },
  }
  try {
    return parse(text, { scriptingEnabled: false, treeAdapter: counting })
  } catch (error) {
    if (!(error instanceof TooManyElements)) throw error
    return parse(text.replace(settings, ''), { scriptingEnabled: false })
  }
}

class TooManyElements extends Error {}

/** The spec parser makes a root of anything; this is for the compiler. */
function emptyPage(): Element {
  return { kind: 'element', name: 'html', attributes: new Map(), children: [] }
}

/** Children that are still to be put into a parent of ours. */
type Open = { to: Element; depth: number; children: readonly ParsedNode[]; next: number }

function treeOf(root: ParsedElement): Element {
  const tree = elementOf(root)
  const open: Open[] = [{ to: tree, depth: 1, children: childrenOf(root), next: 0 }]
  for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
    const node = at.children[at.next]
    at.next += 1
    if (node === undefined) open.pop()
    else if ('tagName' in node) open.push(enter(node, at))
    else if ('value' in node) append(at.to, { kind: 'text', text: node.value })
  }
  return tree
}

/** Puts an element into its parent; one that would hold something too deep is left out, and its children take its place. */
function enter(node: ParsedElement, { to, depth }: Open): Open {
  const children = childrenOf(node)
  if (depth >= deepest - 1 && children.length > 0) return { to, depth, children, next: 0 }
  const element = elementOf(node)
  append(to, element)
  return { to: element, depth: depth + 1, children, next: 0 }
}

function append(parent: Element, node: Node): void {
  parent.children.push(node)
}

function elementOf({ tagName, attrs }: ParsedElement): Element {
  const attributes =
    attrs.length === 0
      ? noAttributes
      : new Map(attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]))
  return { kind: 'element', name: tagName.toLowerCase(), attributes, children: [] }
}

/** Most elements have none, and a map for each would be the larger part of a tree. */
const noAttributes: ReadonlyMap<string, string> = new Map()

/** What a template holds lies beside its children. */
function childrenOf(node: ParsedElement): readonly ParsedNode[] {
  return 'content' in node ? node.content.childNodes : node.childNodes
}
