import type { Content } from '../model/content.ts'
import type { Anchor, Selector } from '../model/selector.ts'
import { anchor } from '../text/anchor.ts'
import { describe } from '../text/describe.ts'

/** The text of one version. */
export type Edition = { number: number; content: Content }

/**
 * Where a passage stands in the last of these versions, which are in their order. What can't be found there with certainty is
 * followed through the versions between: each of several small changes leaves more to go by than all of them at once.
 */
export function placeInLast(editions: readonly Edition[], selector: Selector): Anchor {
  const last = editions.at(-1)
  if (last === undefined) return { kind: 'lost' }
  const direct = anchor(last.content, selector)
  const between = editions.filter(({ number }) => number > selector.version && number < last.number)
  if (isSure(direct) || between.length === 0) return direct
  const followed = anchor(last.content, between.reduce(follow, selector))
  if (followed.kind === 'lost') return direct
  return isSure(followed) || direct.kind === 'lost' ? asMoved(followed) : direct
}

/** What the passage is remembered by in a version in which it stands for certain; else what it was. */
function follow(selector: Selector, { number, content }: Edition): Selector {
  const found = anchor(content, selector)
  return found.kind !== 'lost' && isSure(found) ? describe(content, found.span, number) : selector
}

function isSure(found: Anchor): boolean {
  return found.kind === 'exact' || (found.kind === 'moved' && !found.isDoubtful)
}

/** Unchanged since the version before is not yet unchanged since the note was made. */
function asMoved(found: Anchor): Anchor {
  return found.kind === 'exact' ? { kind: 'moved', span: found.span, score: 1, isDoubtful: false } : found
}
