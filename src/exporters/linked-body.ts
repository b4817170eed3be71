import type { Nodes, PhrasingContent, RootContent, Text } from 'mdast'
import { type Wikilink, wikilinks } from '../text/wikilinks.ts'
import type { Notebook } from './notebook.ts'
import { noteBody } from './note-body.ts'
import { asWritten } from './obsidian.ts'

type FileNameOf = Notebook['fileNameOf']

/**
 * A noncharacter, which Unicode keeps for a program's own use: between two of them stands a link's number while the body is
 * read, because Markdown would take what is in a link for its own (`_`, `*`, and in a table the bar).
 */
const standIn = '\ufdd0'

/** Would hide what follows, even from within a link. */
const hiding = /[<`]|%%|\$\$/

/**
 * The reader's own Markdown (`noteBody`), its links to articles and notes turned into Obsidian's: to the article's file, and
 * in it to the note's block id. Where the file is not known, the label stands as plain words; links to names stay.
 */
export function linkedBody(body: string, noteId: string, fileNameOf: FileNameOf): RootContent[] {
  const links = wikilinks(body).filter(({ span }) => !hiding.test(body.slice(span.start, span.end)))
  if (links.length === 0 || body.includes(standIn)) return noteBody(body, noteId)
  const nodes = noteBody(withStandIns(body, links), noteId)
  const left = new Map(links.entries())
  for (const node of nodes) placeLinks(node, { left, fileNameOf })
  // One that stands in an address or in code can't be placed: then all of them stay as they were typed.
  return left.size === 0 ? nodes : noteBody(body, noteId)
}

function withStandIns(body: string, links: readonly Wikilink[]): string {
  let text = ''
  let from = 0
  for (const [number, { span }] of links.entries()) {
    text += `${body.slice(from, span.start)}${standIn}${number}${standIn}`
    from = span.end
  }
  return text + body.slice(from)
}

/** The links that are not placed yet, by their numbers. */
type Linking = { left: Map<number, Wikilink>; fileNameOf: FileNameOf }

function placeLinks(node: Nodes, linking: Linking, bar = '|'): void {
  if (!('children' in node)) return
  // In a table a bar parts two cells.
  const inside = node.type === 'tableCell' ? '\\|' : bar
  for (const child of node.children) placeLinks(child, linking, inside)
  if (!holdsWords(node)) return
  node.children = node.children.flatMap<PhrasingContent>((child) =>
    child.type === 'text' ? withLinks(child, linking, inside) : [child],
  )
}

type WordsHolder = Extract<Nodes, { children: PhrasingContent[] }>

function holdsWords(node: Nodes): node is WordsHolder {
  return [
    'paragraph',
    'heading',
    'emphasis',
    'strong',
    'delete',
    'link',
    'linkReference',
    'tableCell',
  ].includes(node.type)
}

/** A text in pieces: what stands between the links as it was written or escaped, as before, and the links. */
function withLinks(text: Text, { left, fileNameOf }: Linking, bar: string): Text[] {
  const source = text.data?.source
  const pieces = (source ?? text.value).split(standIn)
  if (pieces.length === 1) return [text]
  return pieces.flatMap((piece, place) => {
    if (place % 2 === 0) return piece === '' ? [] : [source === undefined ? words(piece) : asWritten(piece)]
    const link = left.get(Number(piece))
    left.delete(Number(piece))
    return link ? [written(link, fileNameOf, bar)] : []
  })
}

function words(value: string): Text {
  return { type: 'text', value }
}

function written({ target, label }: Wikilink, fileNameOf: FileNameOf, bar: string): Text {
  if (target.kind === 'name')
    return asWritten(label === target.name ? `[[${label}]]` : `[[${target.name}${bar}${label}]]`)
  const name = fileNameOf(target.articleId)
  if (name === null || hiding.test(name)) return words(label)
  const block = target.kind === 'note' ? `#^h-${target.noteId}` : ''
  return asWritten(`[[${name}${block}${bar}${label}]]`)
}
