import type { Furniture } from '../../model/content.ts'
import { readStory, type Story } from '../../wire/story.ts'
import type { Piece } from '../piece.ts'
import { datelineBlock } from '../story-facts.ts'

/** A text in which the lines of a wire story were found, and those that stand around it. */
export type StoryLines = { pieces: Piece[]; furniture: Furniture[]; story: Story | null }

/**
 * Finds the dateline, the lines above the story and those under it. The headline that a format gives apart stands in front, as it
 * does in copy, so that no paragraph is taken for one. Only whole paragraphs are taken out of the text.
 */
export function readLines(whole: readonly Piece[], headline: string | null): StoryLines {
  const pieces = whole.filter((piece, index) => index > 0 || piece.text !== headline)
  const texts = pieces.map(({ text }) => text).filter((text) => text !== '')
  const story = withoutHeadline(readStory(headline === null ? texts : [headline, ...texts]), headline)
  if (isWithin(pieces, story)) return { pieces, furniture: [], story: null }
  const kept = keptOf(pieces, story.body)
  const isWhole = kept.filter(({ text }) => text !== '').length === story.body.length
  const isKept = new Set(kept)
  const taken = pieces.filter((piece) => !isKept.has(piece))
  if (!isWhole || !taken.every(isLine)) return { pieces: withDateline(pieces, story), furniture: [], story }
  return { pieces: withDateline(kept, story), furniture: [...story.before, ...story.after], story }
}

/** What looks like a dateline under a heading, a list or a table is a line of the text. */
function isWithin(pieces: readonly Piece[], { body, datelineAt }: Story): boolean {
  const at = datelineAt === null ? -1 : pieces.findIndex(({ text }) => text === body[datelineAt])
  return pieces
    .slice(0, Math.max(at, 0))
    .some(({ block }) => block.kind !== 'paragraph' && block.kind !== 'figure')
}

/** The headline was not part of the text, wherever the story has it now. */
function withoutHeadline(story: Story, headline: string | null): Story {
  if (headline === null) return story
  const before = story.before.filter(({ text }) => text !== headline)
  if (story.body[0] !== headline) return { ...story, before }
  const datelineAt = story.datelineAt === null ? null : story.datelineAt - 1
  return { ...story, before, datelineAt, body: story.body.slice(1) }
}

/** The pieces whose text is in the body, and those without text between them. */
function keptOf(pieces: readonly Piece[], body: readonly string[]): Piece[] {
  let next = 0
  return pieces.filter(({ text }) => {
    if (text === '') return true
    if (text !== body[next]) return false
    next += 1
    return true
  })
}

/** Tables, lists and pictures are never lines around a story. */
function isLine({ block }: Piece): boolean {
  return block.kind === 'paragraph' || block.kind === 'heading'
}

function withDateline(pieces: readonly Piece[], { dateline, datelineAt, body }: Story): Piece[] {
  const opening = datelineAt === null ? undefined : pieces.find(({ text }) => text === body[datelineAt])
  if (dateline === null || opening?.block.kind !== 'paragraph') return [...pieces]
  const block = { ...opening.block, ...datelineBlock(dateline, opening.block.span) }
  return pieces.map((piece) => (piece === opening ? { ...piece, block } : piece))
}
