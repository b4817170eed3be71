import type { RefObject } from 'react'
import type { Content, Span } from '../../src/model/content.ts'
import { excerptOf } from '../../src/text/excerpt.ts'
import { trimSpan } from '../../src/text/grapheme-span.ts'
import { quotationsOf } from '../../src/text/quotations.ts'
import { sentencesOf } from '../../src/text/sentences.ts'
import { announce, tell } from '../state/messages.ts'
import { blockNumber, focusBlock, focusedBlock } from './blocks.ts'
import type { TextMap } from './dom-span.ts'
import { type Layer, paint, priorities } from './layers.ts'
import { partition } from './partition.ts'
import { offsetBelow, scrollTo } from './visible-text.ts'

/** The words the keys mean when none are selected: a paragraph (any block), or a sentence or quotation in it. */
export type TextFocus = {
  /** Null where nothing is in focus. */
  span(): Span | null
  /** The next paragraph or, once narrowed, the next sentence. */
  next(): void
  previous(): void
  /** Narrows to the first sentence of the paragraph, or of those in view; again: the next sentence. */
  sentence(): void
  /** Narrows to the next whole quotation from here on. */
  quotation(): void
  /** Widens to the paragraph again; false where it was not narrowed. */
  widen(): boolean
  /** The sentence that holds the character at `offset`, whatever is in focus. */
  sentenceAt(offset: number): Span | null
  /** To be told when the focus came into the text, moved in it or left it. */
  follow(): void
}

type Parts = { map: TextMap; content: Content; scroller: RefObject<HTMLElement | null> }

/** A band between two lines: no note has a line above it unless it lies on three others, and none in this colour. */
export const focusLook = `background-color: var(--focus-soft);
  text-decoration: underline overline solid 2px var(--focus);
  text-underline-offset: 0.24em;`

const layer: Layer = { name: 'focus', priority: priorities.focus, look: focusLook }

/** As much as a screen reader is told of the words that came into focus. */
const maxAnnounced = 300

export function textFocus({ map, content, scroller }: Parts): TextFocus {
  const sentences = sentencesByBlock(content)
  let quotations: Span[] | null = null
  let narrowed: Span | null = null

  /** The sentence or quotation, as long as its block has the focus. */
  function part(): Span | null {
    return narrowed && numberAt(content, narrowed.start) === focusedNumber(map) ? narrowed : null
  }

  function span(): Span | null {
    const number = focusedNumber(map)
    const block = number === null ? undefined : content.blocks[number]
    const words = part() ?? (block && trimSpan(map.text, block.span))
    return words && words.start < words.end ? words : null
  }

  function narrow(to: Span | undefined, otherwise: string): void {
    if (!to) return tell(otherwise)
    const block = elementOf(map, numberAt(content, to.start))
    if (block !== focusedBlock(map.root)) block?.focus({ preventScroll: true })
    narrowed = to
    follow()
    if (scroller.current) scrollTo(scroller.current, map, to)
    announce(excerptOf(map.text.slice(to.start, to.end), maxAnnounced))
  }

  function follow(): void {
    const focused = part()
    // Who comes back to the same paragraph, from a sheet, say, finds the sentence still in focus.
    if (!focused && focusedBlock(map.root)) narrowed = null
    paint(map, layer, focused ? [focused] : [])
  }

  function widen(): boolean {
    const wasNarrow = part() !== null
    narrowed = null
    follow()
    return wasNarrow
  }

  /** Where the sentences and quotations that may come next begin: one that starts here is one of them. */
  function here(): number {
    return span()?.start ?? offsetBelow(map, topOf(scroller))
  }

  function sentence(): void {
    const start = here()
    const focused = part()
    if (!focused) return narrow(sentences.first(start), noSentence)
    // A quotation widens to its sentence first.
    const around = sentences.last(start + 1)
    narrow(around && !isSame(around, focused) ? around : sentences.first(start + 1), noSentence)
  }

  function quotation(): void {
    const start = here()
    const focused = part()
    quotations ??= quotationsOf(content)
    const isOne = focused && quotations.some((quotation) => isSame(quotation, focused))
    const next = quotations.find((quotation) => (isOne ? quotation.start > start : quotation.start >= start))
    narrow(next, 'There is no quotation from here on')
  }

  function step(by: 1 | -1): void {
    const focused = part()
    if (!focused) return focusBlock(map.root, { from: topOf(scroller), step: by })
    if (by === 1) narrow(sentences.first(focused.start + 1), noSentence)
    else narrow(sentences.last(focused.start), 'This is the first sentence')
  }

  function sentenceAt(offset: number): Span | null {
    const found = sentences.last(offset + 1)
    return found && offset < found.end ? found : null
  }

  return {
    span,
    next: () => step(1),
    previous: () => step(-1),
    sentence,
    quotation,
    widen,
    sentenceAt,
    follow,
  }
}

const noSentence = 'There is no sentence from here on'

/** Sentences are found a block at a time, because a book has tens of thousands and a reader asks for one. */
function sentencesByBlock(content: Content) {
  const { blocks } = content
  const known = new Map<number, Span[]>()

  function of(number: number): Span[] {
    const there = known.get(number) ?? sentencesOf({ ...content, blocks: blocks.slice(number, number + 1) })
    known.set(number, there)
    return there
  }

  return {
    /** The first that starts at the offset or after it. */
    first(offset: number): Span | undefined {
      for (let number = Math.max(0, numberAt(content, offset)); number < blocks.length; number++) {
        const found = of(number).find(({ start }) => start >= offset)
        if (found) return found
      }
      return undefined
    },
    /** The last that starts before the offset. */
    last(offset: number): Span | undefined {
      for (let number = numberAt(content, offset); number >= 0; number--) {
        const found = of(number).findLast(({ start }) => start < offset)
        if (found) return found
      }
      return undefined
    },
  }
}

/** The number of the block an offset lies in or after; -1 before the first one. */
function numberAt({ blocks }: Content, offset: number): number {
  return partition(blocks.length, (index) => blocks[index]!.span.start > offset) - 1
}

function focusedNumber(map: TextMap): number | null {
  const block = focusedBlock(map.root)
  return block && blockNumber(block)
}

function elementOf(map: TextMap, number: number): HTMLElement | null {
  return map.root.querySelector<HTMLElement>(`[data-block="${number}"]`)
}

function topOf(scroller: RefObject<HTMLElement | null>): number {
  return scroller.current?.getBoundingClientRect().top ?? 0
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}
