import type { Backlink, Input, NoteRow } from '../../../src/contract.ts'
import type { ArticleId, NoteId } from '../../../src/model/ids.ts'
import { Color } from '../../../src/model/note.ts'
import type { NoteFilter, NotesGrouping } from '../../../src/model/settings.ts'
import type { Database, Row } from './database.ts'
import { summaryIn } from './entry.ts'
import { linkKey, noteColumns, type NoteEntry } from './note-entry.ts'
import { unseal } from './sealed.ts'
import { wordStarts, wordsToFind } from './words.ts'

type Listed = { row: number; id: ArticleId; addedAt: string }

/** In which order the notes of each grouping stand. A note stands once for each of its tags, or once under none. */
const orders: Record<NotesGrouping, { from: string; order: string }> = {
  article: { from: 'note', order: 'note.added DESC, note.article, note.place, note.created, note.id' },
  color: { from: 'note', order: 'note.color, note.created DESC, note.id' },
  day: { from: 'note', order: 'note.created DESC, note.id' },
  tag: {
    from: 'tag CROSS JOIN note ON note.row = tag.note',
    order: 'tag.folded, tag.tag, tag.created DESC, tag.id',
  },
}

/** Sorts behind every tag. */
const untagged = '\u{10ffff}'

/** Excerpts that say what a note is about, in UTF-16 units. */
const excerptLength = 240

/** The notes of all articles, as an index lists them. Every method throws as `Database` does. */
export class NoteListing {
  constructor(private readonly database: Database) {}

  /** Makes the rows of an article's notes what these entries say; only what has changed is written. */
  put(article: Listed, entries: readonly NoteEntry[]): void {
    const rows = this.database.all('SELECT row, id, shown FROM note WHERE entry = ?', article.row)
    const found = new Map(rows.map((row) => [String(row['id']), row]))
    for (const entry of entries) {
      const columns = noteColumns(entry, article)
      const known = found.get(entry.id)
      found.delete(entry.id)
      if (known?.['shown'] === columns['shown']) continue
      if (known !== undefined) this.drop(Number(known['row']))
      this.add(columns, entry)
    }
    for (const gone of found.values()) this.drop(Number(gone['row']))
  }

  /** Removes all notes of an article. */
  remove(entryRow: number): void {
    for (const { row } of this.database.all('SELECT row FROM note WHERE entry = ?', entryRow))
      this.drop(Number(row))
  }

  /** See `note.list` in the contract. */
  page({ grouping, filter, query, skip, limit }: Input<'note.list'>): NoteRow[] {
    const { from, order } = orders[grouping]
    const { where, values } = conditions(filter, query)
    const group = grouping === 'tag' ? ', tag.tag AS tagged' : ''
    const rows = this.database.all(
      `SELECT note.shown, note.article, entry.summary${group} FROM ${from}
        CROSS JOIN entry ON entry.row = note.entry ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
      ...values,
      limit,
      skip,
    )
    return rows.map((row) => rowOf(row, grouping))
  }

  /** How many rows all pages of a list have together. */
  count({ grouping, filter, query }: Pick<Input<'note.list'>, 'grouping' | 'filter' | 'query'>): number {
    const { where, values } = conditions(filter, query)
    return this.database.number(`SELECT count(*) FROM ${orders[grouping].from} ${where}`, ...values)
  }

  tags(): { tag: string; notes: number }[] {
    const sql =
      'SELECT tag, count(*) AS notes FROM tag WHERE tag != ? GROUP BY folded, tag ORDER BY folded, tag'
    return this.database
      .all(sql, untagged)
      .map(({ tag, notes }) => ({ tag: String(tag), notes: Number(notes) }))
  }

  /** In the order of the ids. */
  idsStarting(prefix: string, limit: number): { articleId: ArticleId; id: NoteId }[] {
    const sql = 'SELECT id, article FROM note WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?'
    return this.database
      .all(sql, prefix, prefix + 'z'.repeat(12), limit)
      .map(({ id, article }) => ({ id: id as NoteId, articleId: article as ArticleId }))
  }

  /** The notes that link to an article or to one of its notes, newest first; its own are left out. */
  linking(articleId: ArticleId): Backlink[] {
    const rows = this.database.all(
      `SELECT link.target, note.id, note.article, note.shown, entry.summary FROM link
        CROSS JOIN note ON note.row = link.note CROSS JOIN entry ON entry.row = note.entry
        WHERE (link.target = ? OR link.target BETWEEN ? AND ?) AND note.article != ?
        ORDER BY note.created DESC, note.id`,
      linkKey({ kind: 'article', articleId }),
      `n:${articleId}:`,
      `n:${articleId}:~`,
      articleId,
    )
    return rows.map((row) => ({
      articleId: row['article'] as ArticleId,
      noteId: row['id'] as NoteId,
      title: summaryIn(row).title,
      body: shownIn(row).body.slice(0, excerptLength),
      toNote: (String(row['target']).split(':')[2] ?? null) as NoteId | null,
    }))
  }

  /** Names that notes link to and in which some word begins so. */
  names(query: string, limit: number): string[] {
    const starts = wordStarts(query)
    const all = this.database.all(
      "SELECT DISTINCT target FROM link WHERE target BETWEEN 'p:' AND 'p:~' ORDER BY target",
    )
    return all
      .map(({ target }) => String(target).slice('p:'.length))
      .filter((name) => starts.every((start) => wordsToFind(name).some((word) => word.startsWith(start))))
      .slice(0, limit)
  }

  private add(columns: Row, { id, createdAt, tags, quote, body, links }: NoteEntry): void {
    const row = this.database.insert('note', columns)
    for (const tag of tags.length > 0 ? new Set(tags) : [untagged]) {
      const values = [tag.toLowerCase(), tag, createdAt, id, row]
      this.database.run('INSERT INTO tag (folded, tag, created, id, note) VALUES (?, ?, ?, ?, ?)', ...values)
    }
    for (const target of new Set(links.map(linkKey)))
      this.database.run('INSERT INTO link (target, note) VALUES (?, ?)', target, row)
    const words = wordsToFind([quote ?? '', body, ...tags].join(' ')).join(' ')
    this.database.run('INSERT INTO noteWords (rowid, list) VALUES (?, ?)', row, words)
  }

  private drop(row: number): void {
    this.database.run('DELETE FROM tag WHERE note = ?', row)
    this.database.run('DELETE FROM link WHERE note = ?', row)
    this.database.run('DELETE FROM noteWords WHERE rowid = ?', row)
    this.database.run('DELETE FROM note WHERE row = ?', row)
  }
}

function conditions(filter: NoteFilter, query: string): { where: string; values: Array<string | number> } {
  const { colors, tags, isWritten, needsPlace } = filter
  const starts = wordStarts(query)
  const all: Array<{ sql: string; values: Array<string | number> }> = []
  if (colors.length > 0)
    all.push(
      among(
        'note.color',
        colors.map((color) => Color.options.indexOf(color)),
      ),
    )
  if (tags.length > 0) {
    const { sql, values } = among('tag', tags)
    all.push({ sql: `note.row IN (SELECT note FROM tag WHERE ${sql})`, values })
  }
  if (isWritten) all.push({ sql: 'note.isWritten', values: [] })
  if (needsPlace) all.push({ sql: 'note.needsPlace', values: [] })
  if (starts.length > 0) {
    const match = starts.map((start) => `"${start}"*`).join(' ')
    all.push({ sql: 'note.row IN (SELECT rowid FROM noteWords WHERE noteWords MATCH ?)', values: [match] })
  }
  const where = all.length === 0 ? '' : `WHERE ${all.map(({ sql }) => sql).join(' AND ')}`
  return { where, values: all.flatMap(({ values }) => values) }
}

function among(
  column: string,
  values: Array<string | number>,
): { sql: string; values: Array<string | number> } {
  return { sql: `${column} IN (${values.map(() => '?').join(', ')})`, values }
}

function rowOf(row: Row, grouping: NotesGrouping): NoteRow {
  const { title, direction } = summaryIn(row)
  const { id, color, tags, quote, body, needsPlace, createdAt } = shownIn(row)
  const articleId = row['article'] as ArticleId
  const tagged = row['tagged'] === untagged ? '' : String(row['tagged'])
  const groups: Record<NotesGrouping, string> = {
    article: articleId,
    tag: tagged,
    color,
    day: localDay(createdAt),
  }
  const group = groups[grouping]
  return { id, articleId, title, direction, color, tags, quote, body, needsPlace, createdAt, group }
}

function shownIn(row: Row): NoteEntry {
  return JSON.parse(unseal(String(row['shown']))) as NoteEntry
}

/** The day of a time where this machine is. */
function localDay(time: string): string {
  const at = new Date(time)
  const pad = (number: number): string => String(number).padStart(2, '0')
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
}
