import { ok, type Result } from '../../errors.ts'
import type { Content } from '../../model/content.ts'
import { draftOf, type KnownFacts } from '../draft.ts'
import { entryOf, type CarriedNote, type Entry } from '../entry.ts'
import { isTooCostly } from '../markdown/cost.ts'
import type { MarkedPiece } from '../markdown/highlights.ts'
import { markNotes } from '../markdown/mark-notes.ts'
import { markdownPieces } from '../markdown/markdown-pieces.ts'
import { contentOfPieces } from '../piece.ts'
import { readPlainText } from '../read-plain-text.ts'
import { hashOf } from '../services/service.ts'
import type { SourceFile } from '../source-file.ts'
import { storyText } from '../story-text.ts'
import { readZoteroAnnotation, type ZoteroAnnotation } from './zotero-annotation.ts'
import { readZoteroHead, type ZoteroHead } from './zotero-head.ts'

export function readZoteroNotes(source: SourceFile): Result<Entry> {
  const decoded = storyText(source)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  if (isTooCostly(text)) {
    const draft = readPlainText(source)
    return draft.ok ? ok(entryOf(draft.value)) : draft
  }
  const { head, body } = readZoteroHead(text)
  const read = readParagraphs(body)
  const content = contentOfPieces(read.pieces, [])
  const draft = draftOf(factsOf(head, read), content, {
    importer: 'zotero-markdown',
    name: source.name,
    encoding,
  })
  return ok({ ...entryOf(draft), notes: notesOf(read, content), addedAt: head.addedAt })
}

/** `at` is the number of the piece that an annotation quotes in, null for a comment on no words. */
type Read = { pieces: MarkedPiece[]; annotations: { annotation: ZoteroAnnotation; at: number | null }[] }

function readParagraphs(text: string): Read {
  const read: Read = { pieces: [], annotations: [] }
  for (const paragraph of text.split(/\n[ \t]*\n\s*/)) {
    const annotation = readZoteroAnnotation(paragraph)
    if (annotation === null) {
      read.pieces.push(...markdownPieces(paragraph).pieces)
      continue
    }
    const { quote, comment, page } = annotation
    read.annotations.push({ annotation, at: quote === null ? null : read.pieces.length })
    // A comment on no words is in the text as well: a note on the whole has to be on something.
    if (quote === null) read.pieces.push(...markdownPieces(comment).pieces)
    else read.pieces.push(quotationPiece(quote, page))
  }
  return read
}

function quotationPiece(text: string, page: number | null): MarkedPiece {
  const span = { start: 0, end: text.length }
  const block = { kind: 'quotation' as const, depth: 1, span, ...(page === null ? {} : { page }) }
  return { text, marks: [], highlights: [], block }
}

/** Notes on one work are called by it: all of them have the same title otherwise. */
function factsOf({ title }: ZoteroHead, { annotations }: Read): KnownFacts {
  const sources = new Set(annotations.map(({ annotation }) => annotation.source))
  const work = sources.size === 1 ? ([...sources][0] ?? null) : null
  return {
    title: work === null ? title : `${title ?? 'Annotations'} (${work})`,
    byline: work?.replace(/,\s*(?:n\.d\.|\d{4}\w?)$/, '') ?? null,
    agency: null,
    place: null,
    credit: null,
    published: null,
    tags: [],
  }
}

function notesOf({ pieces, annotations }: Read, content: Content): CarriedNote[] {
  const notes = annotations.map(({ annotation, at }): CarriedNote => {
    const { id, quote, comment, source, page } = annotation
    const start = at === null ? null : (content.blocks[at]?.span.start ?? 0)
    return {
      key: id ?? hashOf(quote, source, String(page), comment),
      quote: quote === null || start === null ? null : { exact: quote, start },
      body: comment,
      color: 'yellow',
      tags: [],
      createdAt: null,
    }
  })
  return [...notes, ...markNotes(pieces, content, [])]
}
