import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Entry } from '../../../../src/importers/entry.ts'
import type { Content } from '../../../../src/model/content.ts'
import { checkContent, imported, now } from '../drafts.ts'

const folder = fileURLToPath(new URL('../../../fixtures/imports/agency/', import.meta.url))

export function agencyFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`${folder}${name}`))
}

/** What a file of the fixtures comes to, or another text of that name. */
export async function agencyEntry(name: string, text?: string): Promise<Entry> {
  const bytes = text === undefined ? agencyFile(name) : new TextEncoder().encode(text)
  const entry = await imported({ name, bytes, modified: null, now })
  if (!entry.ok) throw new Error(`${name}: ${JSON.stringify(entry.error)}`)
  checkContent(entry.value.draft)
  return entry.value
}

/** The blocks as `kind: text`. */
export function blocksOf({ text, blocks }: Content): string[] {
  return blocks.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)
}

/** The lines around the story as `part: text`. */
export function linesOf({ furniture }: Content, position: 'before' | 'after'): string[] {
  return furniture.filter((line) => line.position === position).map(({ part, text }) => `${part}: ${text}`)
}
