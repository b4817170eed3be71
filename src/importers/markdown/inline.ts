import type { Link, PhrasingContent } from 'mdast'
import type { Mark } from '../../model/content.ts'
import { glueOf } from '../../text/paragraphs.ts'
import { safeHref } from './href.ts'
import { withoutSigns } from './signs.ts'

/** Running text and how it is set; spans count from its start. */
export type Inline = { text: string; marks: Mark[] }

/** Addresses of reference links by the name of their definition. */
export type Definitions = ReadonlyMap<string, string>

/** Deeper nesting is no writing: below it only the words are kept (the stack of calls ends at some thousands). */
export const deepest = 256

/** HTML stays the visible text it is in the file, pictures become their description. */
export function inlineOf(nodes: readonly PhrasingContent[], definitions: Definitions): Inline {
  const inline: Inline = { text: '', marks: [] }
  for (const node of nodes) add(node, inline, { definitions, depth: 1 })
  return inline
}

type PlainKind = Exclude<Mark['kind'], 'link' | 'footnoteReference'>

type Context = { definitions: Definitions; depth: number }

const markKinds = { emphasis: 'emphasis', strong: 'strong', delete: 'strike' } as const

function add(node: PhrasingContent, into: Inline, context: Context): void {
  switch (node.type) {
    case 'text':
      into.text += withoutBrackets(unwrapped(node.value))
      return
    case 'html':
      into.text += withoutSigns(node.value)
      return
    case 'break':
      into.text += '\n'
      return
    case 'image':
    case 'imageReference':
      into.text += withoutSigns(node.alt ?? '')
      return
    case 'inlineCode':
      addMarked(into, 'code', () => (into.text += withoutSigns(node.value)))
      return
    case 'footnoteReference':
      addReference(into, withoutSigns(node.label ?? node.identifier))
      return
    case 'emphasis':
    case 'strong':
    case 'delete':
      addMarked(into, markKinds[node.type], () => addAll(node.children, into, context))
      return
    case 'link':
      addLink(into, safeHref(withoutSigns(node.url)), () => addLinkText(node, into, context))
      return
    case 'linkReference':
      addLink(into, safeHref(context.definitions.get(node.identifier) ?? ''), () =>
        addAll(node.children, into, context),
      )
  }
}

/** `[[Mara Ellison]]`, `[[ellison|Mara]]` and `![[table.png]]` show what they name or are called. */
const wikilink = /!?\[\[(?:[^\][|\n]*\|)?([^\][|\n]*)\]\]/g

/** The text without the brackets of Obsidian's links, which lead to other notes. */
export function withoutBrackets(text: string): string {
  return text.includes('[[') ? text.replace(wikilink, '$1') : text
}

/** A line end in the source of a paragraph is a space (CommonMark 6.8), between ideographs nothing. */
function unwrapped(text: string): string {
  const lines = text.split('\n')
  return lines.map((line, index) => (index === 0 ? line : glueOf(lines[index - 1]!, line) + line)).join('')
}

function addAll(nodes: readonly PhrasingContent[], into: Inline, context: Context): void {
  if (context.depth >= deepest) {
    into.text += wordsOf(nodes)
    return
  }
  for (const node of nodes) add(node, into, { ...context, depth: context.depth + 1 })
}

/** The words of a tree of any depth, without recursion. */
function wordsOf(nodes: readonly PhrasingContent[]): string {
  const stack = nodes.toReversed()
  let words = ''
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('children' in node) stack.push(...node.children.toReversed())
    else if ('value' in node) words += node.value
  }
  return words
}

function addMarked(into: Inline, kind: PlainKind, addText: () => void): void {
  const start = into.text.length
  const at = into.marks.length
  addText()
  if (into.text.length > start) into.marks.splice(at, 0, { kind, span: { start, end: into.text.length } })
}

/** The signs in an address that stands for itself are its own. */
function addLinkText({ url, children }: Link, into: Inline, context: Context): void {
  if (url === withoutSigns(url)) addAll(children, into, context)
  else into.text += withoutSigns(wordsOf(children))
}

function addReference(into: Inline, label: string): void {
  const start = into.text.length
  into.text += label
  into.marks.push({ kind: 'footnoteReference', label, span: { start, end: into.text.length } })
}

/** A link that leads nowhere safe is plain text. */
function addLink(into: Inline, href: string | null, addText: () => void): void {
  const start = into.text.length
  const at = into.marks.length
  addText()
  const end = into.text.length
  if (href !== null && end > start) into.marks.splice(at, 0, { kind: 'link', href, span: { start, end } })
}
