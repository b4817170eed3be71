import type { Span } from '../model/content.ts'
import type { Hit } from './chain.ts'
import type { Token } from './tokens.ts'
import type { Wanted } from './wanted.ts'

/** The hits of a chain, parted where the quotation begins and ends. */
export type Parts = { before: readonly Hit[]; inside: readonly Hit[]; after: readonly Hit[] }

export function partsOf(chain: readonly Hit[], { from, to }: Wanted): Parts {
  return {
    before: chain.filter(({ wanted }) => wanted < from),
    inside: chain.filter(({ wanted }) => wanted >= from && wanted < to),
    after: chain.filter(({ wanted }) => wanted >= to),
  }
}

/**
 * What the quotation has become: from its first word that is still there to its last, with what took the place of
 * others at its edges; or, where none is there, what stands between its surroundings. Null where nothing does.
 */
export function quotationSpan(parts: Parts, tokens: readonly Token[], wanted: Wanted): Span | null {
  const [before, after] = [parts.before.at(-1), parts.after[0]]
  const [first, last] = [parts.inside[0], parts.inside.at(-1)]
  if (!first || !last) return before && after ? spanBetween(before, after, { tokens, wanted }) : null
  const { from, to, cut } = wanted
  const missingBefore = before && {
    quote: first.wanted - from,
    context: from - before.wanted - 1,
    free: first.found - before.found - 1,
  }
  const missingAfter = after && {
    quote: to - 1 - last.wanted,
    context: after.wanted - to,
    free: after.found - last.found - 1,
  }
  const start = tokens[first.found - replaced(missingBefore)]
  const end = tokens[last.found + replaced(missingAfter)]
  if (!start || !end) return null
  return {
    start: start.start + (first.wanted === from ? cut.before : 0),
    end: end.end - (last.wanted === to - 1 ? cut.after : 0),
  }
}

/** Words that were not found at an edge, of the quotation and of the context, and the words of the text there. */
type Missing = { quote: number; context: number; free: number }

/** How many of the free words took the place of words of the quotation. */
function replaced(missing: Missing | undefined): number {
  if (!missing || missing.quote === 0 || !isReplacement(missing)) return 0
  return missing.context === 0 ? missing.free : Math.min(missing.free, missing.quote)
}

/** Twice as many words as before are a rewording; more are something else that was put there. */
function isReplacement({ quote, context, free }: Missing): boolean {
  return free <= 2 * (quote + context)
}

function spanBetween(
  before: Hit,
  after: Hit,
  { tokens, wanted: { from, to } }: { tokens: readonly Token[]; wanted: Wanted },
): Span | null {
  const free = after.found - before.found - 1
  const context = from - before.wanted - 1 + after.wanted - to
  const [start, end] = [tokens[before.found + 1], tokens[after.found - 1]]
  if (free === 0 || !start || !end || !isReplacement({ quote: to - from, context, free })) return null
  return { start: start.start, end: end.end }
}
