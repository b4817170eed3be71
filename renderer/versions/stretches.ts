import type { SentenceChange } from '../../src/model/comparison.ts'

/** Neighbouring sentences that all stayed as they were, or that all did not. */
export type Stretch = { isSame: boolean; changes: SentenceChange[] }

/** The sentences of a comparison, put together by whether they stayed the same. */
export function stretches(changes: readonly SentenceChange[]): Stretch[] {
  const all: Stretch[] = []
  for (const change of changes) {
    const isSame = change.kind === 'same'
    const last = all.at(-1)
    if (last?.isSame === isSame) last.changes.push(change)
    else all.push({ isSame, changes: [change] })
  }
  return all
}
