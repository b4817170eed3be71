import { decodeText } from '../../text/decode.ts'
import { ok, type Result } from '../../errors.ts'
import type { Json } from '../importer.ts'
import type { Candidate } from '../source-file.ts'
import { fieldsOf, type Fields } from './fields.ts'
import { hasColumns, rowsOf } from './found.ts'
import { notesOf } from './notes.ts'
import { isPocketZip, readPocketZip } from './pocket-zip.ts'
import { blank, serviceImporter, type Found, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/**
 * Pocket's exports: the CSV of its last years, alone or in a zip that holds several of them and the highlights; and the page
 * `ril_export.html` that it wrote before.
 */
export const pocket = serviceImporter({
  id: 'pocket',
  label: 'Pocket',
  accepts: (candidate) =>
    candidate.zip === null
      ? isPage(candidate) || hasColumns(candidate, 'url', 'time_added')
      : isPocketZip(candidate.zip),
  find: (candidate) => (candidate.zip === null ? readFile(candidate) : readPocketZip(candidate.zip)),
  factsOf,
  placed: [
    ...['title', 'url', 'href', 'time_added', 'tags', 'status', 'highlights', 'quote', 'created_at'],
    ...['collections', 'notes', 'note', 'excerpt', 'favorite'],
    // The place in Pocket's own list.
    'cursor',
  ],
})

function isPage({ head }: Candidate): boolean {
  return /<title>\s*Pocket Export\s*<\/title>/i.test(head) || /<a\b[^>]*\btime_added="/i.test(head)
}

async function readFile(candidate: Candidate): Promise<Result<Found[]>> {
  if (!isPage(candidate)) return rowsOf(candidate, 'Pocket')
  const decoded = decodeText(candidate.bytes, candidate.name)
  if (!decoded.ok) return decoded
  const { linksOfPage } = await import('./pocket-page.ts')
  return ok(linksOfPage(decoded.value.text))
}

function factsOf(record: Json): SavedFacts {
  const row = fieldsOf(record)
  const url = row.text('url', 'href')
  const title = row.text('title')
  const highlights = row.list('highlights').map((highlight) => ({
    quote: highlight.text('quote', 'text'),
    body: highlight.text('note', 'comment'),
    createdAt: highlight.time('created_at'),
  }))
  const notes = row.list('notes').map((note) => ({ body: note.text('note') }))
  return {
    ...blank,
    url,
    // Pages whose title Pocket did not know go by their address there.
    title: title === url ? null : title,
    tags: [...tagsOf(row), ...tagsIn(row.value('collections'), '|')],
    description: row.text('excerpt'),
    notes: notesOf([...highlights, ...notes]),
    reading: {
      isRead: /^(?:archived?|read|1)$/i.test(row.text('status') ?? ''),
      ...(row.flag('favorite') === true ? { isStarred: true } : {}),
    },
    addedAt: row.time('time_added'),
  }
}

/** The tables have pipes between tags, which may have commas in them; the page has commas. */
function tagsOf(row: Fields): string[] {
  return tagsIn(row.value('tags'), row.text('tags')?.includes('|') ? '|' : ',')
}
