import type { Content, Span } from '../model/content.ts'
import { snapToGraphemes } from './grapheme-span.ts'

/** Which marks close what a mark opened. */
const closers: Record<string, readonly string[]> = {
  '“': ['”'],
  '„': ['“', '”'],
  '"': ['"'],
  '‘': ['’'],
  '«': ['»'],
  '「': ['」'],
  '『': ['』'],
  // Swedish and Finnish ”…”, German books »…«, and Arabic in which the marks were set the wrong way round.
  '”': ['”', '“'],
  '»': ['«', '»'],
  // As the wires sent them.
  '``': ["''"],
  "''": ["''"],
}

const mark = /``|''|["“”„‘’«»「」『』]/g

/** These open wherever they stand outside a quotation; of the others it depends on what stands around them. */
const certainOpeners = new Set(['“', '„', '«', '「', '『', '``'])

/** Others of the same kind may stand inside these, and each of them is closed. */
const nesting = new Set(['«', '「', '『'])

/** A quotation mark with what stands on either side of it. */
type Mark = { sign: string; span: Span; before: string; after: string }
type Part = { span: Span; isQuotation: boolean }
type Quotation = { span: Span; opener: string; isClosed: boolean }

/**
 * The quotations of a text in order, marks included, none inside another: what stands between quotation marks of any
 * usual kind (straight single ones are too often apostrophes), and blocks that are quotations, neighbours as one. One that
 * goes on over paragraphs, each of them opening with the mark, is one. One that is never closed ends with its block, but
 * `‘` that nothing closes was an apostrophe. Linear in the length of the text.
 */
export function quotationsOf({ text, blocks }: Pick<Content, 'text' | 'blocks'>): Span[] {
  const parts = partsOf({ blocks })
  const found: Span[] = []
  let open: string | null = null
  for (const [place, part] of parts.entries()) {
    const quotations = quotationsOfPart(text, part, parts[place + 1])
    for (const { span, opener } of quotations) {
      const isSequel = opener === open && span.start === part.span.start
      const begun = isSequel ? found.pop() : undefined
      found.push({ start: begun?.start ?? span.start, end: span.end })
    }
    const last = quotations.at(-1)
    open = last && !last.isClosed ? last.opener : null
  }
  return withoutOverlaps(found.map((span) => snapToGraphemes(text, span)))
}

/** What may hold quotations. A rule is a part, too: no quotation goes on behind it. */
function partsOf({ blocks }: Pick<Content, 'blocks'>): Part[] {
  return blocks.flatMap((block): Part[] => {
    if (block.kind === 'table') return block.rows.flat().map((span) => ({ span, isQuotation: false }))
    const span = block.kind === 'code' ? { start: block.span.start, end: block.span.start } : block.span
    return [{ span, isQuotation: block.kind === 'quotation' && span.start < span.end }]
  })
}

function quotationsOfPart(text: string, { span, isQuotation }: Part, next: Part | undefined): Quotation[] {
  if (isQuotation) return [{ span, opener: 'block', isClosed: !next?.isQuotation }]
  const goesOn = next !== undefined && text.startsWith('‘', next.span.start)
  return quotationsIn(marksIn(text, span), { end: span.end, goesOn })
}

function marksIn(text: string, { start, end }: Span): Mark[] {
  const words = text.slice(start, end)
  return Array.from(words.matchAll(mark), ({ 0: sign, index }) => ({
    sign,
    span: { start: start + index, end: start + index + sign.length },
    before: words.charAt(index - 1),
    after: words.charAt(index + sign.length),
  }))
}

/** `goesOn`: the next paragraph begins with `‘`, so that one which nothing closes here may be no apostrophe. */
function quotationsIn(
  marks: readonly Mark[],
  { end, goesOn }: { end: number; goesOn: boolean },
): Quotation[] {
  const found: Quotation[] = []
  let hasSingle = true
  for (let place = 0; place < marks.length; place++) {
    const opening = marks[place]
    if (!opening || !opens(opening) || (opening.sign === '‘' && !hasSingle)) continue
    const closing = closingPlace(marks, place)
    const isApostrophe = closing === null && opening.sign === '‘' && !goesOn
    if (isApostrophe) hasSingle = false
    else {
      const span = { start: opening.span.start, end: marks[closing ?? -1]?.span.end ?? end }
      found.push({ span, opener: opening.sign, isClosed: closing !== null })
      place = closing ?? marks.length
    }
  }
  return found
}

function opens({ sign, before, after }: Mark): boolean {
  if (certainOpeners.has(sign)) return true
  if (!(sign in closers)) return false
  const isBehindWord = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}.,!?;%…)\]]/u.test(before)
  return !isBehindWord && /[^\s.,;:!?)]/.test(after)
}

/** Which of the marks closes the one at `place`; null where none does. */
function closingPlace(marks: readonly Mark[], place: number): number | null {
  const opener = marks[place]?.sign ?? ''
  let depth = 1
  let likely: number | null = null
  for (let next = place + 1; next < marks.length; next++) {
    const found = marks[next]!
    if (found.sign === opener && nesting.has(opener)) depth++
    // A second opening mark: what was taken for an apostrophe before it was the end.
    if (found.sign === '‘' && opener === '‘' && likely !== null) return likely
    if (!closers[opener]?.includes(found.sign) || !closes(found)) continue
    if (isPlural(found)) likely ??= next
    else if (--depth === 0) return next
    else likely = next
  }
  return likely
}

function closes({ sign, before, after }: Mark): boolean {
  const isBeforeWord = /[\p{L}\p{N}]/u.test(after)
  if (sign === '’') return !isBeforeWord
  return (sign !== '"' && sign !== "''") || !/\s/.test(before) || !isBeforeWord
}

/** `the boys’ boat`: an apostrophe as likely as the end of a quotation. */
function isPlural({ sign, before, after }: Mark): boolean {
  return sign === '’' && /s/i.test(before) && after === ' '
}

function withoutOverlaps(spans: Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  }
  return kept
}
