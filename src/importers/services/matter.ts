import { decodeWords } from 'postal-mime'
import { ok, type Result } from '../../errors.ts'
import { decodeText } from '../../text/decode.ts'
import type { Json } from '../importer.ts'
import type { Zip } from '../source-file.ts'
import { fieldsOf, objectOf } from './fields.ts'
import { entryOf, hasColumns, rowsOf } from './found.ts'
import { blank, serviceImporter, type Found, type SavedFacts } from './service.ts'
import { tagsIn } from './tags.ts'

/** Matter's CSV, alone or in its zip with the texts. It gives the number of highlights and not the highlights. */
export const matter = serviceImporter({
  id: 'matter',
  label: 'Matter',
  accepts: (candidate) =>
    candidate.zip?.names.some(isHistory) ??
    hasColumns(candidate, 'title', 'url', 'in queue|file id|highlight count'),
  find: (candidate) => (candidate.zip === null ? rowsOf(candidate, 'Matter') : readZip(candidate.zip)),
  factsOf,
  placed: [
    ...[
      'title',
      'author',
      'publisher',
      'url',
      'tags',
      'in queue',
      'favorited',
      'read',
      'last interaction date',
    ],
    ...['file id', 'html'],
  ],
})

function isHistory(name: string): boolean {
  return /(?:^|\/)_?matter_history[^/]*\.csv$/i.test(name)
}

async function readZip(zip: Zip): Promise<Result<Found[]>> {
  const files = new Map(zip.names.map((name) => [name.slice(name.lastIndexOf('/') + 1), name]))
  const found: Found[] = []
  for (const name of zip.names.filter(isHistory)) {
    const file = await entryOf(zip, name)
    const rows = file.ok ? rowsOf(file.value, 'Matter') : file
    if (!rows.ok) return rows
    for (const row of rows.value) found.push(...('reason' in row ? [row] : await withText(row, zip, files)))
  }
  return ok(found)
}

type Row = Exclude<Found, { reason: unknown }>

/** The row with its text as `html`, and the name of a text that can't be read. */
async function withText(row: Row, zip: Zip, files: ReadonlyMap<string, string>): Promise<Found[]> {
  const id = fieldsOf(row.record).text('file id') ?? ''
  const name = [id, `${id}.html`, `content_${id}.html`]
    .map((one) => files.get(one))
    .find((one) => one !== undefined)
  if (name === undefined) return [row]
  const file = await entryOf(zip, name)
  const decoded = file.ok ? decodeText(file.value.bytes, name) : file
  if (!decoded.ok) return [row, { where: name, reason: 'damaged' }]
  return [{ ...row, record: { ...objectOf(row.record), html: decoded.value.text } }]
}

function factsOf(record: Json): SavedFacts {
  const row = fieldsOf(record)
  const isQueued = row.flag('in queue')
  return {
    ...blank,
    url: row.text('url'),
    title: decoded(row.text('title')),
    byline: decoded(row.text('author', 'publisher')),
    tags: tagsIn(row.value('tags'), row.text('tags')?.includes(';') ? ';' : ','),
    html: row.text('html'),
    reading: {
      // What left the queue was archived, whether it was read or not; older files say only that.
      isRead: row.flag('read') ?? isQueued === false,
      isStarred: row.flag('favorited', 'favorite') ?? false,
    },
    addedAt: row.time('last interaction date'),
  }
}

/** Names that came by mail are as mail writes them: `=?utf-8?q?Editor=E2=80=99s_Digest?=`. */
function decoded(line: string | null): string | null {
  return line === null ? null : decodeWords(line)
}
