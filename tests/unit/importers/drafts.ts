import { expect } from 'vitest'
import { unzip } from '../../../main/import/unzip.ts'
import type { Result } from '../../../src/errors.ts'
import type { Entry } from '../../../src/importers/entry.ts'
import { candidateOf, importerOf } from '../../../src/importers/read-source.ts'
import { isCollection } from '../../../src/importers/read-story.ts'
import type { SourceFile } from '../../../src/importers/source-file.ts'
import type { Draft } from '../../../src/model/article.ts'
import type { Span } from '../../../src/model/content.ts'

export const now = '2026-11-23T12:00:00Z'

/** What the importer that takes a file of one story makes of it. */
export async function imported(source: SourceFile): Promise<Result<Entry>> {
  const candidate = await candidateOf(source, unzip)
  if (!candidate.ok) return candidate
  const importer = importerOf(candidate.value)
  if (!importer.ok) return importer
  if (isCollection(importer.value)) throw new Error(`${source.name} is a collection`)
  return importer.value.read(candidate.value)
}

export async function entryOf(name: string, text: string, modified: string | null = null): Promise<Entry> {
  const result = await imported({ name, bytes: new TextEncoder().encode(text), modified, now })
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value
}

export async function draftOf(name: string, text: string, modified: string | null = null): Promise<Draft> {
  return (await entryOf(name, text, modified)).draft
}

export function wordsAndMarks(text: string): string {
  return text.replace(/\s/g, '')
}

/** Blocks in order and apart by two line feeds, everything else inside its block, facts where the dateline says. */
export function checkContent({ content, facts }: Draft): void {
  const { text, blocks, marks } = content
  let end = 0
  for (const [index, block] of blocks.entries()) {
    if (isEmpty(block.span)) continue
    const isFirst = blocks.slice(0, index).every((other) => isEmpty(other.span))
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

/** Of a rule, or a picture without a caption. */
function isEmpty({ start, end }: Span): boolean {
  return start === end
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.start <= inner.end && inner.start >= outer.start && inner.end <= outer.end
}
