import { draftOf } from '../draft.ts'
import type { Entry } from '../entry.ts'
import { madeText } from '../made-text.ts'
import { contentOfPieces } from '../piece.ts'
import { readAnnotations } from './annotations.ts'
import type { WholePdf } from './entry-of-pages.ts'
import { missingText } from './missing-text.ts'
import type { Page } from './read-page.ts'

/** What was written on pages without a text: notes on the whole, which go by its title. Null where nobody wrote anything. */
export function entryOfNotes(pages: readonly Page[], { name, facts, all }: WholePdf): Entry | null {
  const { notes } = readAnnotations(pages, contentOfPieces([], []), [])
  if (notes.length === 0) return null
  const { content, placed } = madeText({ title: facts.title, name, description: null }, null, notes)
  const told = { ...content, furniture: missingText(pages, all) }
  const draft = draftOf(facts, told, { importer: 'pdf', name, encoding: 'utf-8' })
  return { draft, notes: placed, reading: {}, addedAt: null, pictures: [] }
}
