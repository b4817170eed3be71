import type { Span } from '../../src/model/content.ts'
import type { Anchor } from '../../src/model/selector.ts'
import { likeness, type Truth } from './truth.ts'

/** Two spans with this share in common mark the same passage to a reader: they differ by a word or so at an edge. */
const same = 0.75

/** What became of a note. "found" is without doubt; "gone" is said of passages that are no longer in the text. */
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
  if (!truth.isThere) {
    if (anchor.kind === 'lost') return 'gone, lost'
    return anchor.kind === 'moved' && anchor.isDoubtful ? 'gone, doubtful' : 'gone, wrong'
  }
  if (anchor.kind === 'lost') return 'lost'
  const right = Math.max(...truth.spans.map((span) => likeness(anchor.span, span)))
  if (anchor.kind === 'moved' && anchor.isDoubtful) return right >= same ? 'doubtful, right' : 'doubtful, wrong'
  if (right === 1) return 'found exactly'
  return right >= same ? 'found nearly' : 'wrong'
}

/** Hypothesis' client attaches what it finds without asking. */
export function asAnchor(span: Span | null): Anchor {
  return span ? { kind: 'exact', span } : { kind: 'lost' }
}
