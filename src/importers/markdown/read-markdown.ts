import { ok, type Result } from '../../errors.ts'
import type { Furniture } from '../../model/content.ts'
import { readStory, type Story } from '../../wire/story.ts'
import { draftOf, type KnownFacts } from '../draft.ts'
import { entryOf, type Entry } from '../entry.ts'
import { contentOfPieces } from '../piece.ts'
import { readPlainText } from '../read-plain-text.ts'
import type { SourceFile } from '../source-file.ts'
import { datelineBlock, noFacts, storyFacts, type StoryFacts } from '../story-facts.ts'
import { storyText } from '../story-text.ts'
import { isTooCostly } from './cost.ts'
import { splitFrontMatter, type FrontMatter } from './front-matter.ts'
import type { MarkedPiece } from './highlights.ts'
import { markdownPieces } from './markdown-pieces.ts'
import { markNotes } from './mark-notes.ts'

/** `title` is what a text without one of its own goes by; null where that is its first words. */
export function readMarkdown(source: SourceFile, title: string | null = null): Result<Entry> {
  const decoded = storyText(source)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  if (isTooCostly(text)) return plainEntry(source)
  const { frontMatter, body } = splitFrontMatter(text)
  const { pieces, comments } = markdownPieces(body)
  const wire = readWire(pieces, source)
  const content = contentOfPieces(wire.pieces, [...furnitureOf(frontMatter, comments), ...wire.furniture])
  const facts = mergeFacts(frontMatter, { ...wire.facts, title: wire.facts.title ?? title })
  const draft = draftOf(facts, content, { importer: 'markdown', name: source.name, encoding })
  return ok({
    ...entryOf(draft),
    notes: markNotes(wire.pieces, content, wire.taken),
    addedAt: frontMatter.created,
  })
}

function plainEntry(source: SourceFile): Result<Entry> {
  const draft = readPlainText(source)
  return draft.ok ? ok(entryOf(draft.value)) : draft
}

/** All properties, also those that Lectern has no place for, and what its writer wanted no reader to see. */
function furnitureOf({ raw }: FrontMatter, comments: readonly string[]): Furniture[] {
  const properties: Furniture[] = raw === '' ? [] : [{ part: 'note', position: 'before', text: raw }]
  return [...properties, ...comments.map((text): Furniture => ({ part: 'note', position: 'after', text }))]
}

/** What the file's properties say goes before what its text says. */
function mergeFacts(frontMatter: FrontMatter, facts: StoryFacts): KnownFacts {
  return {
    ...facts,
    title: frontMatter.title ?? facts.title,
    byline: frontMatter.author ?? facts.byline,
    published: frontMatter.published ?? facts.published,
    yearIsAssumed: frontMatter.published === null && facts.yearIsAssumed,
    language: frontMatter.language,
    url: frontMatter.url,
    tags: frontMatter.tags,
  }
}

/** `taken` are the pieces that are furniture now. */
type ReadWire = { facts: StoryFacts; pieces: MarkedPiece[]; taken: MarkedPiece[]; furniture: Furniture[] }

/**
 * Finds the lines of a wire story among the blocks. A note may begin with any short line: only a heading in front
 * or a dateline makes it a story, and only whole paragraphs (and that heading) are taken out of the text.
 */
function readWire(pieces: MarkedPiece[], source: SourceFile): ReadWire {
  const story = readStory(pieces.map((piece) => piece.text).filter((text) => text !== ''))
  const kept = keptOf(pieces, story.body)
  const isKept = new Set(kept)
  const taken = pieces.filter((piece) => !isKept.has(piece))
  const opens = pieces[0]?.block.kind === 'heading'
  const isPlain = taken.every((piece) => piece.block.kind === 'paragraph' || (opens && piece === pieces[0]))
  const isStory = opens || story.dateline !== null
  if (!isPlain || !isStory || bodyOf(kept).length !== story.body.length)
    return { facts: noFacts, pieces, taken: [], furniture: [] }
  return {
    facts: storyFacts(story, source),
    pieces: withDateline(kept, story),
    taken,
    furniture: [...story.before, ...story.after],
  }
}

/** The pieces whose text is in the body, and the rules between them. */
function keptOf(pieces: readonly MarkedPiece[], body: readonly string[]): MarkedPiece[] {
  let next = 0
  return pieces.filter((piece) => {
    if (piece.text === '') return true
    if (piece.text !== body[next]) return false
    next += 1
    return true
  })
}

function bodyOf(pieces: readonly MarkedPiece[]): MarkedPiece[] {
  return pieces.filter((piece) => piece.text !== '')
}

function withDateline(pieces: MarkedPiece[], { dateline, datelineAt }: Story): MarkedPiece[] {
  const opening = datelineAt === null ? undefined : bodyOf(pieces)[datelineAt]
  if (dateline === null || opening?.block.kind !== 'paragraph') return pieces
  const block = datelineBlock(dateline, opening.block.span)
  return pieces.map((piece) => (piece === opening ? { ...piece, block } : piece))
}
