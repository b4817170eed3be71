import type { Sentence, SentenceChange } from '../model/comparison.ts'
import type { Content } from '../model/content.ts'
import { sentencesOf } from '../text/sentences.ts'
import { castShadow } from '../text/shadow.ts'
import { align, type Pair } from './align.ts'
import { likelyPairs } from './likely-pairs.ts'
import { wordingsOf } from './wordings.ts'

/** A sentence, and its words as they are compared. */
type Compared = Sentence & { key: string }

type Match = Pair & { kind: 'same' | 'changed' }

/**
 * What became of each sentence from one edition to the next, in the order of the later one; what was removed stands where it
 * stood. Quotation marks, dashes, white space and Unicode form are not compared: a sentence that is only set otherwise is the
 * `same`. It is `moved` where the same words stand elsewhere among the sentences that kept their order, and `changed` where
 * another sentence, between the same neighbours, shares at least half of its words. The cost is bounded: two texts of
 * 100,000 words with nothing in common take seconds.
 */
export function compareContents(before: Content, after: Content): SentenceChange[] {
  const those = sentences(before)
  const others = sentences(after)
  const same = align(those.map(keyOf), others.map(keyOf))
  const moved = movedPairs(those, others, same)
  const changed = changedPairs(those, others, { same, moved })
  const steady = [...same.map(matched('same')), ...changed.map(matched('changed'))]
  return inOrder(those, others, { steady: steady.sort((a, b) => a.before - b.before), moved })
}

function sentences(content: Content): Compared[] {
  return sentencesOf(content).map((span) => {
    const text = content.text.slice(span.start, span.end)
    return { span, text, key: castShadow(text).text }
  })
}

function keyOf({ key }: Compared): string {
  return key
}

function matched(kind: Match['kind']): (pair: Pair) => Match {
  return (pair) => ({ ...pair, kind })
}

/** The same words among what has no partner yet; where they stand there several times, the first goes with the first. */
function movedPairs(those: readonly Compared[], others: readonly Compared[], same: readonly Pair[]): Pair[] {
  const places = new Map<string, number[]>()
  for (const before of without(those.length, same.map(beforeOf)).reverse()) {
    const key = those[before]?.key ?? ''
    const waiting = places.get(key)
    if (waiting) waiting.push(before)
    else places.set(key, [before])
  }
  return without(others.length, same.map(afterOf)).flatMap((after) => {
    const before = places.get(others[after]?.key ?? '')?.pop()
    return before === undefined ? [] : [{ before, after }]
  })
}

function beforeOf({ before }: Pair): number {
  return before
}

function afterOf({ after }: Pair): number {
  return after
}

/** The numbers below `end` that are not among the taken ones. */
function without(end: number, taken: readonly number[]): number[] {
  const isTaken = new Set(taken)
  return Array.from({ length: end }, (_, place) => place).filter((place) => !isTaken.has(place))
}

/** Between each two sentences that stayed, those that were reworded. */
function changedPairs(
  those: readonly Compared[],
  others: readonly Compared[],
  { same, moved }: { same: readonly Pair[]; moved: readonly Pair[] },
): Pair[] {
  const removed = without(those.length, [...same, ...moved].map(beforeOf)).reverse()
  const added = without(others.length, [...same, ...moved].map(afterOf)).reverse()
  return [...same, { before: those.length, after: others.length }].flatMap((limit) => {
    const left = popBelow(removed, limit.before)
    const right = popBelow(added, limit.after)
    const keys = [
      left.map((place) => those[place]?.key ?? ''),
      right.map((place) => others[place]?.key ?? ''),
    ] as const
    return likelyPairs(...keys).map(({ before, after }) => ({
      before: left[before] ?? 0,
      after: right[after] ?? 0,
    }))
  })
}

/** Takes off the end of a falling list what is less than the limit. */
function popBelow(falling: number[], limit: number): number[] {
  const places: number[] = []
  while ((falling.at(-1) ?? limit) < limit) places.push(falling.pop() ?? 0)
  return places
}

function inOrder(
  those: readonly Compared[],
  others: readonly Compared[],
  { steady, moved }: { steady: readonly Match[]; moved: readonly Pair[] },
): SentenceChange[] {
  const movedTo = new Map(moved.map(({ before, after }) => [after, before]))
  const isMoved = new Set(moved.map(beforeOf))
  const changes: SentenceChange[] = []
  let [place, later] = [0, 0]
  function passUntil(limit: Pair): void {
    for (; place < limit.before; place++) {
      const before = sentenceAt(those, place)
      if (!isMoved.has(place)) changes.push({ kind: 'removed', before })
    }
    for (; later < limit.after; later++) {
      const after = sentenceAt(others, later)
      const from = movedTo.get(later)
      if (from === undefined) changes.push({ kind: 'added', after })
      else changes.push({ kind: 'moved', before: sentenceAt(those, from), after })
    }
  }
  for (const match of steady) {
    passUntil(match)
    const [before, after] = [sentenceAt(those, place++), sentenceAt(others, later++)]
    if (match.kind === 'same') changes.push({ kind: 'same', before, after })
    else changes.push({ kind: 'changed', before, after, wordings: wordingsOf(before.text, after.text) })
  }
  passUntil({ before: those.length, after: others.length })
  return changes
}

function sentenceAt(list: readonly Compared[], place: number): Sentence {
  const { span, text } = list[place]!
  return { span, text }
}
