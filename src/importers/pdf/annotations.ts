import { grouped } from './grouped.ts'
import type { Content, Mark } from '../../model/content.ts'
import { safeHref } from '../markdown/href.ts'
import type { CarriedNote } from '../entry.ts'
import { colorOf } from '../services/colors.ts'
import type { Place } from './passage.ts'
import { nearestLine, spanUnder, type PageText } from './places-under.ts'
import { pdfTime } from './pdf-time.ts'
import type { Annotation } from './page-annotations.ts'
import type { Page } from './read-page.ts'

/** What marks words, and what stands beside them. */
const marking = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut'])
const standing = new Set(['Text', 'FreeText'])

/** The notes that readers of a PDF left in it, and its links, in their places. */
export function readAnnotations(
  pages: readonly Page[],
  content: Content,
  places: readonly Place[],
): { notes: CarriedNote[]; links: Mark[] } {
  const text: PageText = { content, places: grouped(places, (place) => place.page) }
  const answers = grouped(
    pages.flatMap((page) => page.annotations),
    (annotation) => annotation.answers,
  )
  const notes = pages.flatMap((page) =>
    page.annotations.flatMap((annotation) => noteOf(annotation, { page, text, answers }) ?? []),
  )
  return { notes, links: pages.flatMap((page) => linksOf(page, text)) }
}

type Around = { page: Page; text: PageText; answers: ReadonlyMap<string | null, readonly Annotation[]> }

function noteOf(annotation: Annotation, { page, text, answers }: Around): CarriedNote | null {
  const isMarking = marking.has(annotation.subtype)
  if ((!isMarking && !standing.has(annotation.subtype)) || annotation.answers !== null) return null
  const replies = (answers.get(annotation.id) ?? []).map((answer) => answer.text)
  const body = [annotation.text, ...replies].filter((part) => part !== '').join('\n\n')
  const span = isMarking
    ? spanUnder(annotation.quads, page.number, text)
    : nearestLine(annotation.quads[0]!, page, text)
  // A mark on a drawing, and a note that says nothing.
  if (body === '' && (span === null || !isMarking)) return null
  return {
    key: `${page.number} ${annotation.id}`,
    quote: span === null ? null : { exact: text.content.text.slice(span.start, span.end), start: span.start },
    body,
    color: colorOf(annotation.color === null ? null : `rgb(${annotation.color.map(Math.round).join(',')})`),
    tags: [],
    createdAt: pdfTime(annotation.time),
  }
}

function linksOf(page: Page, text: PageText): Mark[] {
  return page.annotations.flatMap(({ subtype, url, quads }): Mark[] => {
    const href = subtype === 'Link' ? safeHref(url ?? '') : null
    const span = href === null ? null : spanUnder(quads, page.number, text)
    return href === null || span === null ? [] : [{ kind: 'link', span, href }]
  })
}
