import type { Heading, PhrasingContent, RootContent, Text } from 'mdast'
import type { Note, PlacedNote } from '../model/note.ts'
import type { Anchor } from '../model/selector.ts'
import type { Notebook } from './notebook.ts'
import { fileName } from './file-name.ts'
import { frontMatter } from './front-matter.ts'
import { linkedBody } from './linked-body.ts'
import { newReading } from './new-reading.ts'
import { asWritten } from './obsidian.ts'
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
  const { article } = notebook
  const notes = notebook.notes.toSorted(byPlace)
  const placed = notes.filter(({ anchor }) => anchor && anchor.kind !== 'lost')
  const onWhole = notes.filter(({ note }) => !note.selector)
  const lost = notes.filter(({ anchor }) => anchor?.kind === 'lost')
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
      ...placed.flatMap((each) => highlight(each, notebook)),
      ...section(
        'Notes',
        onWhole.flatMap(({ note }) => remark(note, notebook)),
      ),
      ...section(
        'Needs a place',
        lost.flatMap((each) => highlight(each, notebook)),
      ),
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
  return { type: 'heading', depth: 2, children: [text(title)] }
}

/** The block id stands right after the quotation, so that a link to it shows the quotation. */
function highlight({ note, anchor }: PlacedNote, notebook: Notebook): RootContent[] {
  const words = note.selector?.exact ?? ''
  const newest = newReading(words, anchor, notebook.content)
  const below = newest === null ? [] : [paragraph([{ type: 'emphasis', children: [text(newest)] }])]
  return [quotation(words), blockId(note), ...below, label(note, notebook), ...bodies(note, notebook)]
}

function remark(note: Note, notebook: Notebook): RootContent[] {
  return [label(note, notebook), ...bodies(note, notebook), blockId(note)]
}

/** What the note says; where it was written on several devices at once and nobody has chosen yet, each of the texts. */
function bodies({ id, body, otherBodies }: Note, { fileNameOf }: Notebook): RootContent[] {
  const others = otherBodies.flatMap((other, place) => [
    paragraph([text('Written on another device at the same time:')]),
    ...linkedBody(other, `${id}-${place + 2}`, fileNameOf),
  ])
  return [...linkedBody(body, id, fileNameOf), ...others]
}

function blockId({ id }: Note): RootContent {
  return paragraph([asWritten(`^h-${id}`)])
}

/** What the colour stands for and the tags, on one line: `key point (yellow) · #breakwater`. */
function label({ color, tags }: Note, { colorMeanings }: Notebook): RootContent {
  const names = tags.map(obsidianTag).filter(Boolean)
  return paragraph([
    text(`${colorMeanings[color]} (${color})`),
    ...names.flatMap((name) => [asWritten(' · '), asWritten(`#${name}`)]),
  ])
}

function text(value: string): Text {
  return { type: 'text', value }
}

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children }
}
