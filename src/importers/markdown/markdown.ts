import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { ok, type Result } from '../../errors.ts'
import type { Draft } from '../../model/article.ts'
import type { Furniture } from '../../model/content.ts'
import { decodeText } from '../../text/decode.ts'
import { readStory, type Story } from '../../wire/story.ts'
import { draftOf, type KnownFacts } from '../draft.ts'
import { extensionOf } from '../file-name.ts'
import { contentOfPieces, type Piece } from '../piece.ts'
import { plainText } from '../plain-text.ts'
import type { SourceFile } from '../source-file.ts'
import { datelineBlock, noFacts, storyFacts, type StoryFacts } from '../story-facts.ts'
import { isTooCostly } from './cost.ts'
import { splitFrontMatter, type FrontMatter } from './front-matter.ts'
import { piecesOf } from './pieces.ts'

const extensions = new Set(['md', 'markdown', 'mdown', 'mkd'])

/** CommonMark with GitHub's extensions and front matter, as Obsidian and its clipper write it. */
export const markdown = {
  id: 'markdown',
  accepts: (name: string): boolean => extensions.has(extensionOf(name)),
  read: readMarkdown,
}

function readMarkdown(source: SourceFile): Result<Draft> {
  const decoded = decodeText(source.bytes, source.name)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  if (isTooCostly(text)) return plainText.read(source)
  const { frontMatter, body } = splitFrontMatter(text)
  const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const { facts, pieces, furniture } = readWire(piecesOf(tree), source)
  const content = contentOfPieces(pieces, [...furnitureOf(frontMatter), ...furniture])
  return ok(draftOf(mergeFacts(frontMatter, facts), content, { source, encoding }))
}

function furnitureOf({ raw }: FrontMatter): Furniture[] {
  return raw === '' ? [] : [{ part: 'note', position: 'before', text: raw }]
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

type ReadWire = { facts: StoryFacts; pieces: Piece[]; furniture: Furniture[] }

/**
 * Finds the lines of a wire story among the blocks. A note may begin with any short line: only a heading in front
 * or a dateline makes it a story, and only whole paragraphs (and that heading) are taken out of the text.
 */
function readWire(pieces: Piece[], source: SourceFile): ReadWire {
  const story = readStory(pieces.map((piece) => piece.text).filter((text) => text !== ''))
  const kept = keptOf(pieces, story.body)
  const isKept = new Set(kept)
  const taken = pieces.filter((piece) => !isKept.has(piece))
  const opens = pieces[0]?.block.kind === 'heading'
  const isPlain = taken.every((piece) => piece.block.kind === 'paragraph' || (opens && piece === pieces[0]))
  const isStory = opens || story.dateline !== null
  if (!isPlain || !isStory || bodyOf(kept).length !== story.body.length)
    return { facts: noFacts, pieces, furniture: [] }
  return {
    facts: storyFacts(story, source),
    pieces: withDateline(kept, story),
    furniture: [...story.before, ...story.after],
  }
}

/** The pieces whose text is in the body, and the rules between them. */
function keptOf(pieces: readonly Piece[], body: readonly string[]): Piece[] {
  let next = 0
  return pieces.filter((piece) => {
    if (piece.text === '') return true
    if (piece.text !== body[next]) return false
    next += 1
    return true
  })
}

function bodyOf(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece) => piece.text !== '')
}

function withDateline(pieces: Piece[], { dateline, datelineAt }: Story): Piece[] {
  const opening = datelineAt === null ? undefined : bodyOf(pieces)[datelineAt]
  if (dateline === null || opening?.block.kind !== 'paragraph') return pieces
  const block = datelineBlock(dateline, opening.block.span)
  return pieces.map((piece) => (piece === opening ? { ...piece, block } : piece))
}
