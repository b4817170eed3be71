import type { Furniture, FurniturePart } from '../model/content.ts'
import { isKnownAgency, soundsLikeAgency } from './agencies.ts'
import { readByline } from './byline.ts'
import { readAgencyCredit, readCredit } from './credit.ts'
import type { Day } from './dates.ts'
import { isAfterEnds, isNoticeBelow, readSource, startsNotes } from './notice.ts'
import { isRule, readSignoff, trailingSignoff } from './signoff.ts'

/** What stands under the story; `body` is the rest. */
export type Tail = {
  byline: string | null
  bylineTitle: string | null
  credit: string | null
  source: string | null
  signoff: string | null
  agency: string | null
  firstPublished: Day | null
  furniture: Furniture[]
  body: string[]
}

/** One piece that was recognised, and the facts it gives. */
type Piece = Partial<Omit<Tail, 'furniture' | 'body'>> & { part: FurniturePart }

/** Rule, corrections, contributors, credits, rights and sign-off together: no story has more under it. */
const mostPieces = 30

/**
 * Takes from the end what is not the story, a paragraph (or the last line of one) at a time, and stops at the first
 * that is not understood. The first `kept` paragraphs are the story whatever they look like.
 */
export function readTail(paragraphs: readonly string[], kept: number): Tail {
  const { story, notes } = withoutNotes(paragraphs, kept)
  const body = [...story]
  const pieces: (Piece & { text: string })[] = []
  while (body.length > 0 && pieces.length < mostPieces) {
    const taken = takeLast(body.at(-1)!, {
      isAlone: body.length <= kept,
      isLast: pieces.length === 0 && notes.length === 0,
    })
    if (taken === null) break
    pieces.unshift(taken.piece)
    body.pop()
    if (taken.left !== '') body.push(taken.left)
  }
  const trailing = trailingSignoff(body.at(-1) ?? '')
  const facts = { signoff: trailing?.signoff ?? null, agency: trailing?.agency ?? null }
  const found = [...pieces, ...notes]
  return {
    ...factsOf(pieces, facts),
    furniture: found.map(({ part, text }) => ({ part, position: 'after', text })),
    body,
  }
}

function withoutNotes(
  paragraphs: readonly string[],
  kept: number,
): { story: readonly string[]; notes: (Piece & { text: string })[] } {
  const start = paragraphs.findIndex(
    (paragraph, index) =>
      index >= kept &&
      (startsNotes(paragraph) ||
        (readSignoff(paragraphs[index - 1] ?? '') !== null && isAfterEnds(paragraph))),
  )
  if (start === -1) return { story: paragraphs, notes: [] }
  return {
    story: paragraphs.slice(0, start),
    notes: paragraphs.slice(start).map((text) => ({ part: 'note', text })),
  }
}

type Standing = { isAlone: boolean; isLast: boolean }

function takeLast(
  paragraph: string,
  { isAlone, isLast }: Standing,
): { piece: Piece & { text: string }; left: string } | null {
  const whole = isAlone ? null : pieceOf(paragraph, isLast)
  if (whole !== null) return { piece: { ...whole, text: paragraph }, left: '' }
  const cut = paragraph.lastIndexOf('\n')
  if (cut === -1) return null
  const line = paragraph.slice(cut + 1)
  const last = pieceOf(line, isLast)
  return last === null ? null : { piece: { ...last, text: line }, left: paragraph.slice(0, cut) }
}

function pieceOf(text: string, isLast: boolean): Piece | null {
  const signoff = readSignoff(text)
  if (signoff !== null) return { part: 'signoff', ...signoff }
  if (isRule(text)) return isLast ? null : { part: 'signoff' }
  const credit = readCredit(text)
  if (credit !== null) return { part: 'credit', ...credit }
  const agency = readAgencyCredit(text)
  if (agency !== null) return { part: 'credit', credit: agency, agency, byline: agency }
  return bylineOf(text) ?? noticeOf(text)
}

function bylineOf(text: string): Piece | null {
  const found = readByline(text)
  if (found === null) return null
  const agency = found.title !== null && soundsLikeAgency(found.title) ? found.title : null
  return { part: 'byline', byline: found.byline, bylineTitle: agency === null ? found.title : null, agency }
}

function noticeOf(text: string): Piece | null {
  const source = readSource(text)
  if (source !== null) return { part: 'source', source, agency: isKnownAgency(source) ? source : null }
  if (/^view source version on /i.test(text)) return { part: 'source' }
  return isNoticeBelow(text) ? { part: 'note' } : null
}

/** The first of each kind from the top; a person's name goes before an agency's. */
function factsOf(
  pieces: readonly Piece[],
  otherwise: { signoff: string | null; agency: string | null },
): Omit<Tail, 'furniture' | 'body'> {
  const first = <K extends keyof Piece>(key: K): NonNullable<Piece[K]> | null =>
    (pieces.find((piece) => piece[key] != null)?.[key] as NonNullable<Piece[K]> | undefined) ?? null
  const person = pieces.find((piece) => piece.part === 'byline' && piece.byline != null)
  return {
    byline: person?.byline ?? first('byline'),
    bylineTitle: first('bylineTitle'),
    credit: first('credit'),
    source: first('source'),
    signoff: first('signoff') ?? otherwise.signoff,
    agency: first('agency') ?? otherwise.agency,
    firstPublished: first('firstPublished'),
  }
}
