import type { Heading, PhrasingContent, RootContent } from 'mdast'
import type { Note, PlacedNote } from '../model/note.ts'
import type { Anchor } from '../model/selector.ts'
import type { Notebook } from './notebook.ts'
import { fileName } from './file-name.ts'
import { frontMatter } from './front-matter.ts'
import { linkedBody } from './linked-body.ts'
import { asWritten } from './obsidian.ts'
import { reading } from './reading.ts'
import { quotation } from './quotation.ts'
import { obsidianTag } from './tag.ts'
import { writeMarkdown } from './write-markdown.ts'

/**
 * An article's notes as one Markdown file for Obsidian and everybody else. Highlights come in the order of the text,
 * each with its block id; then the notes on the whole article, then those whose passage is not in the text. A quotation is
 * the words that were marked; what stands there in the newest version, if it reads otherwise, is said beneath. The same
 * input gives the same bytes, and no two articles the same name if `fileNames` is asked.
 */
export function exportMarkdown(notebook: Notebook): { name: string; markdown: string } {
  const { article, content } = notebook
  const notes = notebook.notes.toSorted(byPlace)
  const marked = notes.flatMap(({ note, anchor }) => {
    if (!note.selector || !anchor) return []
    const below = reading(content, note.selector, anchor)
    return [{ isLost: anchor.kind === 'lost', nodes: highlight(note.selector.exact, below, note) }]
  })
  const markdown = writeMarkdown({
    type: 'root',
    children: [
      {
        type: 'yaml',
        value: frontMatter(
          article,
          notes.map(({ note }) => note),
        ),
      },
      heading('Highlights'),
      ...placed,
      ...section('Notes', onWhole),
      ...section('Needs a place', lost),
    ],
  })
  return { name: `${fileName(article)}.md`, markdown }
}

function byPlace(a: PlacedNote, b: PlacedNote): number {
  return (
    start(a.anchor) - start(b.anchor) ||
    compare(a.note.createdAt, b.note.createdAt) ||
    compare(a.note.id, b.note.id)
  )
}

function start(anchor: Anchor | null): number {
  return anchor && anchor.kind !== 'lost' ? anchor.span.start : 0
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function section(title: string, children: RootContent[]): RootContent[] {
  return children.length === 0 ? [] : [heading(title), ...children]
}

function heading(title: string): Heading {
  return { type: 'heading', depth: 2, children: [{ type: 'text', value: title }] }
}

/** The block id stands right after the quotation, so that a link to it shows the quotation. */
function highlight(passage: string, note: Note, meanings: Meanings): RootContent[] {
  return [quotation(passage), blockId(note), label(note, meanings), ...bodies(note)]
}

function remark(note: Note, meanings: Meanings): RootContent[] {
  return [label(note, meanings), ...bodies(note), blockId(note)]
}

/** What the note says; where it was written on several devices at once and nobody has chosen yet, each of the texts. */
function bodies({ id, body, otherBodies }: Note): RootContent[] {
  const others = otherBodies.flatMap((other, place) => [
    paragraph([{ type: 'text', value: 'Written on another device at the same time:' }]),
    ...noteBody(other, `${id}-${place + 2}`),
  ])
  return [...noteBody(body, id), ...others]
}

function blockId({ id }: Note): RootContent {
  return paragraph([asWritten(`^h-${id}`)])
}

/** What the colour stands for and the tags, on one line: `key point (yellow) · #breakwater`. */
function label({ color, tags }: Note, meanings: Meanings): RootContent {
  const names = tags.map(obsidianTag).filter(Boolean)
  return paragraph([
    { type: 'text', value: `${meanings[color]} (${color})` },
    ...names.flatMap((name) => [asWritten(' · '), asWritten(`#${name}`)]),
  ])
}

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children }
}
