import type { Span } from '../../src/model/content.ts'
import type { Anchor } from '../../src/model/selector.ts'
import { likeness, type Truth } from './truth.ts'

/** Two spans with this share in common mark the same passage to a reader: they differ by a word or so at an edge. */
const same = 0.75

/** What became of a note: "found" is without doubt; "gone" is said of passages that are no longer in the text. */
export const verdicts = [
  'found exactly',
  'found nearly',
  'doubtful, right',
  'doubtful, wrong',
  'wrong',
  'lost',
  'gone, lost',
  'gone, doubtful',
  'gone, wrong',
] as const
export type Verdict = (typeof verdicts)[number]

export function judge(anchor: Anchor, truth: Truth): Verdict {
  const isDoubtful = anchor.kind === 'moved' && anchor.isDoubtful
  if (!truth.isThere) {
    if (anchor.kind === 'lost') return 'gone, lost'
    return isDoubtful ? 'gone, doubtful' : 'gone, wrong'
  }
  if (anchor.kind === 'lost') return 'lost'
  if (isDoubtful) return isRight(anchor.span, truth) ? 'doubtful, right' : 'doubtful, wrong'
  if (truth.spans.some((span) => likeness(anchor.span, span) === 1)) return 'found exactly'
  return isRight(anchor.span, truth) ? 'found nearly' : 'wrong'
}

export function isRight(found: Span, { isThere, spans }: Truth): boolean {
  return isThere && spans.some((span) => likeness(found, span) >= same)
}

/** Hypothesis' client attaches what it finds without asking. */
export function asAnchor(span: Span | null): Anchor {
  return span ? { kind: 'exact', span } : { kind: 'lost' }
}
