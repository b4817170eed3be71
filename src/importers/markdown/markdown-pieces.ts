import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { readMarks, type ReadMarks } from './highlights.ts'
import { piecesOf } from './pieces.ts'
import { withSigns } from './signs.ts'

/** The blocks of a text in CommonMark with GitHub's and Obsidian's extensions; it must not be too costly (`cost.ts`). */
export function markdownPieces(text: string): ReadMarks {
  return readMarks(
    piecesOf(fromMarkdown(withSigns(text), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })),
  )
}
