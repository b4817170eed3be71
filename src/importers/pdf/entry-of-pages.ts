import type { Content, Furniture, Mark } from '../../model/content.ts'
import { directionOf } from '../../text/direction.ts'
import { draftOf, type KnownFacts } from '../draft.ts'
import type { CarriedNote, Entry } from '../entry.ts'
import { readAnnotations } from './annotations.ts'
import { missingText } from './missing-text.ts'
import { piecesOfPages } from './pieces-of-pages.ts'
import type { PagePiece } from './read-group.ts'
import type { Page } from './read-page.ts'
import { textOfPieces } from './text-of-pieces.ts'
import { titleAmong } from './title-among.ts'

/** What is known of a PDF beside its pages; `all` is how many of them there are. */
export type WholePdf = { name: string; facts: KnownFacts; all: number }

export function entryOfPages(pages: readonly Page[], { name, facts, all }: WholePdf): Entry {
  const { pieces, running, largest } = piecesOfPages(pages)
  const heads = running.map((text): Furniture => ({ part: 'note', position: 'before', text }))
  const title = facts.title ?? largest
  const whole = annotated(pages, pieces, [...missingText(pages, all), ...heads])
  const { content, notes, links } = underTitle(whole, { pages, pieces, title })
  const known = { ...facts, title, language: languageOf(facts, content.text) }
  const marked = { ...content, marks: [...content.marks, ...links] }
  const draft = draftOf(known, marked, { importer: 'pdf', name, encoding: 'utf-8' })
  return { draft, notes, reading: {}, addedAt: null, pictures: [] }
}

type Annotated = { content: Content; notes: CarriedNote[]; links: Mark[] }

function annotated(pages: readonly Page[], pieces: readonly PagePiece[], furniture: Furniture[]): Annotated {
  const { content, places } = textOfPieces(pieces, furniture)
  return { content, ...readAnnotations(pages, content, places) }
}

type Parts = { pages: readonly Page[]; pieces: readonly PagePiece[]; title: string | null }

/** Without the title, which is shown above the text; but what somebody marked stays where it was marked. */
function underTitle(whole: Annotated, { pages, pieces, title }: Parts): Annotated {
  const found = titleAmong(pieces, title ?? '')
  if (found === null) return whole
  const { start } = whole.content.blocks[found.from]!.span
  const { end } = whole.content.blocks[found.to - 1]!.span
  const isMarked = whole.notes.some(
    ({ quote }) => quote?.start !== undefined && quote.start >= start && quote.start < end,
  )
  if (isMarked) return whole
  const text = whole.content.text.slice(start, end).replace(/\s+/g, ' ')
  const furniture: Furniture[] = [{ part: 'headline', position: 'before', text }, ...whole.content.furniture]
  return annotated(pages, pieces.toSpliced(found.from, found.to - found.from), furniture)
}

/** Programs write their user's language into PDFs of any: one that is written the other way round is not believed. */
function languageOf({ language }: KnownFacts, text: string): string | null {
  const isRightToLeft = /^(?:ar|fa|he|iw|ur|ps|yi|ug|sd|dv|ckb)\b/.test(language ?? '')
  return isRightToLeft === (directionOf(text) === 'rtl') ? (language ?? null) : null
}
