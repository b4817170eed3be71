import { expect } from 'vitest'
import { importBytes } from '../../../src/importers/importer.ts'
import type { Draft } from '../../../src/model/article.ts'
import type { Span } from '../../../src/model/content.ts'

export const now = '2026-11-23T12:00:00Z'

export function draftOf(name: string, text: string, modified: string | null = null): Draft {
  const result = importBytes({ name, bytes: new TextEncoder().encode(text), modified, now })
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value
}

export function wordsAndMarks(text: string): string {
  return text.replace(/\s/g, '')
}

/** Blocks in order and apart by two line feeds, everything else inside its block, facts where the dateline says. */
export function checkContent({ content, facts }: Draft): void {
  const { text, blocks, marks } = content
  let end = 0
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'rule') continue
    const isFirst = blocks.slice(0, index).every((other) => other.kind === 'rule')
    expect(text.slice(end, block.span.start)).toBe(isFirst ? '' : '\n\n')
    end = block.span.end
    if (block.kind !== 'dateline') continue
    const inner = [block.lead, block.place, block.date, block.agency].filter((span) => span !== null)
    for (const span of inner) expect(isInside(span, block.span)).toBe(true)
    if (block.place !== null) expect(text.slice(block.place.start, block.place.end)).toBe(facts.place)
    if (block.agency !== null) expect(text.slice(block.agency.start, block.agency.end)).toBe(facts.agency)
  }
  expect(end).toBe(text.length)
  for (const mark of marks) expect(isInside(mark.span, { start: 0, end: text.length })).toBe(true)
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start <= inner.end && inner.start >= outer.start && inner.end <= outer.end
}
