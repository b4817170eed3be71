import type { Content, Span } from '../model/content.ts'
import { snapToGraphemes } from './grapheme-span.ts'

/** Which marks close what a mark opened. */
const closers: Record<string, string> = {
  '“': '”',
  '„': '“”',
  '"': '"',
  '‘': '’',
  '«': '»',
  '「': '」',
  '『': '』',
  // Swedish and Finnish ”…”, German books »…«, and Arabic in which the marks were set the wrong way round.
  '”': '”“',
  '»': '«»',
}

/** These open wherever they stand outside a quotation; of the others it depends on what stands around them. */
const certainOpeners = '“„«「『'

/** Others of the same kind may stand inside these, and each of them is closed. */
const nesting = '«「『'

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
  const found: Quotation[] = []
  for (const [place, part] of parts.entries()) {
    const [first, ...others] = quotationsOfPart(text, part, parts[place + 1])
    if (!first) continue
    const last = found.at(-1)
    if (last && !last.isClosed && last.opener === first.opener && first.span.start === part.span.start) {
      found.pop()
      found.push({ ...first, span: { start: last.span.start, end: first.span.end } })
    } else found.push(first)
    for (const other of others) found.push(other)
  }
  return withoutOverlaps(found.map(({ span }) => snapToGraphemes(text, span)))
}

/** What may hold quotations. A rule is a part, too: no quotation goes on behind it. */
function partsOf({ blocks }: Pick<Content, 'blocks'>): Part[] {
  return blocks.flatMap((block): Part[] => {
    if (block.kind === 'code') return []
    if (block.kind === 'table') return block.rows.flat().map((span) => ({ span, isQuotation: false }))
    return [{ span: block.span, isQuotation: block.kind === 'quotation' }]
  })
}

function quotationsOfPart(text: string, { span, isQuotation }: Part, next: Part | undefined): Quotation[] {
  if (isQuotation && span.start < span.end) return [{ span, opener: 'block', isClosed: !next?.isQuotation }]
  return quotationsIn(text, span, next ? text.charAt(next.span.start) : '')
}

const mark = /["“”„‘’«»「」『』]/g

/** `next` is what the following part begins with: the opening mark again, where a quotation goes on in it. */
function quotationsIn(text: string, { start, end }: Span, next: string): Quotation[] {
  const words = text.slice(start, end)
  const marks = Array.from(words.matchAll(mark), ({ index }) => index)
  const found: Quotation[] = []
  let hasClosers = true
  for (let place = 0; place < marks.length; place++) {
    const from = marks[place] ?? 0
    const opener = words.charAt(from)
    if (!opens(words, from) || (opener === '‘' && !hasClosers)) continue
    const closing = closingPlace(words, marks, place)
    if (closing === null && opener === '‘' && next !== '‘') {
      hasClosers = false
      continue
    }
    const to = closing === null ? words.length : (marks[closing] ?? 0) + 1
    found.push({ span: { start: start + from, end: start + to }, opener, isClosed: closing !== null })
    place = closing ?? marks.length
  }
  return found
}

function opens(words: string, at: number): boolean {
  const opener = words.charAt(at)
  if (certainOpeners.includes(opener)) return true
  if (!(opener in closers)) return false
  const before = words.charAt(at - 1)
  const after = words.slice(at + 1, at + 3)
  return (
    !/[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{N}.,!?;%…)\]]/u.test(before) && /^[^\s.,;:!?)]/.test(after)
  )
}

/** Which of the marks closes the one at `place`; null where none does. */
function closingPlace(words: string, marks: readonly number[], place: number): number | null {
  const opener = words.charAt(marks[place] ?? 0)
  const closing = closers[opener] ?? ''
  let depth = 1
  let fallback: number | null = null
  for (let next = place + 1; next < marks.length; next++) {
    const at = marks[next] ?? 0
    const found = words.charAt(at)
    if (found === opener && nesting.includes(opener)) depth++
    // A second opening mark: what was taken for an apostrophe before it was the end.
    if (found === '‘' && opener === '‘' && fallback !== null) return fallback
    if (!closing.includes(found) || !closes(words, at)) continue
    if (opener === '‘' && isPlural(words, at)) fallback ??= next
    else if (--depth === 0) return next
    else fallback = next
  }
  return fallback
}

function closes(words: string, at: number): boolean {
  const [before, found, after] = [words.charAt(at - 1), words.charAt(at), words.charAt(at + 1)]
  if (found === '’') return !/[\p{L}\p{N}]/u.test(after)
  return found !== '"' || !/\s/.test(before) || !/[\p{L}\p{N}]/u.test(after)
}

/** `the boys’ boat`: an apostrophe as likely as the end of a quotation. */
function isPlural(words: string, at: number): boolean {
  return /s/i.test(words.charAt(at - 1)) && words.charAt(at + 1) === ' '
}

function withoutOverlaps(spans: Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  }
  return kept
}
