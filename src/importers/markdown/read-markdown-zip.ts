import { z } from 'zod'
import { fail, ok, type Result } from '../../errors.ts'
import type { SkipReason } from '../../model/collection.ts'
import { decodeText } from '../../text/decode.ts'
import type { Entry } from '../entry.ts'
import { baseName } from '../file-name.ts'
import type { Json, Listed, Listing } from '../importer.ts'
import type { Candidate, Zip } from '../source-file.ts'
import { isTooCostly } from './cost.ts'
import { splitFrontMatter } from './front-matter.ts'
import { isMarkdownName } from './markdown-name.ts'
import { markdownPieces } from './markdown-pieces.ts'
import { readMarkdown } from './read-markdown.ts'
import { visibleNames } from './visible-names.ts'

/** A note by its path in the zip. */
const Note = z.object({ path: z.string(), text: z.string() })

const label = 'Markdown notes'

export async function listNotes({ name, zip }: Candidate): Promise<Result<Listing>> {
  const listing: Listing = { items: [], skipped: [], unplaced: [] }
  for (const path of visibleNames(zip?.names ?? [])) {
    const listed = zip !== null && isMarkdownName(path) ? await listNote(zip, path) : 'unsupported'
    if (typeof listed === 'string') listing.skipped.push({ where: path, reason: listed })
    else listing.items.push(listed)
  }
  return listing.items.length === 0 ? fail({ code: 'collection-empty', name, format: label }) : ok(listing)
}

/** Says what a look at the text tells: a vault may have thousands, and all of them would take a minute to read. */
async function listNote(zip: Zip, path: string): Promise<Listed | SkipReason> {
  const bytes = await zip.read(path)
  const decoded = bytes.ok ? decodeText(bytes.value, path) : bytes
  if (!decoded.ok) return decoded.error.code === 'file-empty' ? 'nothing' : 'damaged'
  const { text } = decoded.value
  const { frontMatter, body } = splitFrontMatter(text)
  if (body.trim() === '') return 'nothing'
  const heading = /^\s*#[ \t]+(\S[^\n]*)/.exec(body)?.[1]?.trim()
  const title = frontMatter.title ?? heading ?? baseName(path)
  return {
    key: path,
    title,
    url: frontMatter.url,
    notes: highlightsIn(body),
    hasText: true,
    record: { path, text },
  }
}

function highlightsIn(text: string): number {
  if (!text.includes('==') || isTooCostly(text)) return 0
  return markdownPieces(markedPart(text)).pieces.reduce((sum, { highlights }) => sum + highlights.length, 0)
}

const fenced = /^ {0,3}(`{3,}|~{3,})[^\n]*\n(?:[^]*?\n)? {0,3}\1[^\n]*$/gm

/**
 * The paragraphs that have signs of highlights or comments in them: with the others, 3,000 notes took
 * twice as long. Those that are set in are code or part of a list, which only what stands before them tells.
 */
function markedPart(text: string): string {
  const paragraphs = text.replace(fenced, '').split(/\n[ \t]*\n/)
  const marked = paragraphs.filter((paragraph) => /==|%%/.test(paragraph))
  return marked.some((paragraph) => /^\n*(?: {2}|\t)/.test(paragraph)) ? text : marked.join('\n\n')
}

/** Notes are called by the names of their files, where they don't say another. */
export function readNote(record: Json, now: string): Result<Entry> {
  const note = Note.safeParse(record)
  if (!note.success)
    return fail({ code: 'format-broken', name: label, format: label, reason: note.error.message })
  const { path, text } = note.data
  const entry = readMarkdown(
    { name: path, bytes: new TextEncoder().encode(text), modified: null, now },
    baseName(path),
  )
  return entry.ok ? ok({ ...entry.value, draft: { ...entry.value.draft, importer: 'markdown-zip' } }) : entry
}
