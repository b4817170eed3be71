import type { ArticleSummary, Backlink, Cursor, Input, ListFilter, Output } from '../../../src/contract.ts'
import type { ArticleId } from '../../../src/model/ids.ts'
import { type Database, DatabaseFailure, DatabaseFull } from './database.ts'
import { columnsOf, type Entry, entryIn, summaryIn, textToFind } from './entry.ts'
import { Listing, type PageRequest } from './listing.ts'
import { NoteListing } from './note-listing.ts'
import { errorCode } from '../files/durable.ts'
import { openDatabase, removeDatabase } from './open-database.ts'
import { wordsToFind } from './words.ts'

/**
 * The list of all articles, derived from their files: what is shown, sorted and searched without opening one. When the file
 * turns out to be damaged it is made anew, and empty, and whoever keeps it in step with the files fills it again.
 */
export class Index {
  /** Told why the index was made anew while it was open. */
  onRenewed: (reason: string) => void = () => undefined
  private isClosed = false

  private listing: Listing
  private notes: NoteListing

  private constructor(
    private database: Database,
    private path: string | null,
    private readonly libraryId: string,
  ) {
    this.listing = new Listing(database)
    this.notes = new NoteListing(database)
  }

  /**
   * The index of a library in this file; `path` null keeps it in memory. It is made anew, and empty, when it is damaged, of
   * another version or of another library, and kept in memory when it can't be written or another process has it open:
   * `rebuilt` then says why. What is on the disk never makes this throw.
   */
  static open(path: string | null, libraryId: string): { index: Index; rebuilt: string | null } {
    const opened = openDatabase(path, libraryId)
    return { index: new Index(opened.database, opened.path, libraryId), rebuilt: opened.rebuilt }
  }

  /** How many articles there are. */
  get size(): number {
    return this.count('all', '')
  }

  /** Takes in entries, new or changed: all or none. Throws `DatabaseFull` where there is no room for them. */
  put(entries: readonly Entry[]): void {
    this.surely(() => this.database.transaction(() => entries.forEach((entry) => this.putOne(entry))))
  }

  /** Ids that are not there are passed over. */
  remove(ids: readonly ArticleId[]): void {
    this.surely(() =>
      this.database.transaction(() => {
        for (const id of ids) this.removeOne(id)
        this.listing.forget()
      }),
    )
  }

  get(id: ArticleId): ReturnType<typeof entryIn> | null {
    return this.surely(() => {
      const row = this.database.get('SELECT * FROM entry WHERE id = ?', id)
      return row === undefined ? null : entryIn(row)
    })
  }

  /** See `article.list` in the contract. `limit` must be at least 1. */
  page(request: PageRequest): { rows: ArticleSummary[]; next: Cursor | null } {
    return this.surely(() => {
      const rows = this.listing.page(request)
      const last = rows[request.limit - 1]
      const hasMore = rows.length > request.limit
      return {
        rows: rows.slice(0, request.limit).map(summaryIn),
        next: hasMore && last ? ({ key: last['key'], id: last['id'] } as Cursor) : null,
      }
    })
  }

  /** How many rows all pages of a list have together. */
  count(filter: ListFilter, query: string): number {
    return this.surely(() => this.listing.count(filter, query))
  }

  /** The stamps of all articles. */
  stamps(): Map<ArticleId, string> {
    // As one text: row by row it takes twice as long.
    const sql = 'SELECT json_group_array(json_array(id, stamp)) AS pairs FROM entry INDEXED BY stamps'
    const found = this.surely(() => this.database.get(sql))
    return new Map(JSON.parse(String(found?.['pairs'])) as Array<[ArticleId, string]>)
  }

  /** In the order of the ids. */
  idsStarting(prefix: string, limit: number): ArticleId[] {
    // No id is longer than twelve characters or has one behind z.
    const last = prefix + 'z'.repeat(12)
    return this.ids('SELECT id FROM entry WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?', prefix, last, limit)
  }

  /**
   * These articles and all whose file names depend on theirs: `fileNames` of the answer names them as `fileNames` of the
   * whole library does.
   */
  namesakes(ids: readonly ArticleId[]): ArticleSummary[] {
    return this.surely(() => {
      const rows = this.database.all(
        `SELECT summary FROM entry INDEXED BY stems
          WHERE stem IN (SELECT stem FROM entry WHERE id IN (SELECT value FROM json_each(?)))`,
        JSON.stringify(ids),
      )
      return rows.map(summaryIn)
    })
  }

  /** See `article.beside` in the contract. Of several articles that are the same part, the oldest counts. */
  beside(id: ArticleId): Output<'article.beside'> {
    return this.surely(() => {
      const here = this.database.get('SELECT work, part FROM entry WHERE id = ? AND work IS NOT NULL', id)
      if (here === undefined) return { previous: null, next: null }
      const { work = null, part = null } = here
      const nearest = (side: string): ArticleSummary | null => {
        const sql = `SELECT summary FROM entry INDEXED BY parts WHERE work = ? AND part ${side}, added, id LIMIT 1`
        const row = this.database.get(sql, work, part)
        return row === undefined ? null : summaryIn(row)
      }
      return { previous: nearest('< ? ORDER BY part DESC'), next: nearest('> ? ORDER BY part') }
    })
  }

  /** The articles that share the most of these traces, the likeliest first. One hash of a sketch says nothing by itself. */
  tracedBy(traces: readonly string[], limit: number): ArticleSummary[] {
    return this.surely(() => {
      const rows = this.database.all(
        `SELECT summary FROM (
           SELECT entry, count(*) AS shared FROM trace WHERE key IN (SELECT value FROM json_each(?)) GROUP BY entry
           HAVING count(*) > 1 OR max(key) NOT LIKE 'k:%'
         ) AS known CROSS JOIN entry ON entry.row = known.entry ORDER BY shared DESC, added DESC LIMIT ?`,
        JSON.stringify(traces),
        limit,
      )
      return rows.map(summaryIn)
    })
  }

  /** See `note.list` in the contract. */
  notePage(request: Input<'note.list'>): Output<'note.list'> {
    return this.surely(() => ({ rows: this.notes.page(request), total: this.notes.count(request) }))
  }

  noteTags(): Output<'note.tags'>['tags'] {
    return this.surely(() => this.notes.tags())
  }

  noteIdsStarting(prefix: string, limit: number): Output<'note.find'>[] {
    return this.surely(() => this.notes.idsStarting(prefix, limit))
  }

  /** See `note.backlinks` in the contract. */
  linking(articleId: ArticleId): Backlink[] {
    return this.surely(() => this.notes.linking(articleId))
  }

  /** Names that notes link to and that fit what is typed. */
  linkedNames(query: string, limit: number): string[] {
    return this.surely(() => this.notes.names(query, limit))
  }

  /** Articles with a note in the trash, or with one that was removed before that time; the oldest removal first. */
  withRemovedNotes(before?: string): ArticleId[] {
    return this.ids(
      'SELECT id FROM entry INDEXED BY removals WHERE removedSince IS NOT NULL AND removedSince < ? ORDER BY removedSince, id',
      // Sorts behind every ISO time.
      before ?? '~',
    )
  }

  /** Reads all of the index; null when it is sound, else what is wrong. Takes a second at 50,000 articles. */
  check(): string | null {
    try {
      return this.database.check()
    } catch (error) {
      if (error instanceof DatabaseFailure) return error.message
      throw error
    }
  }

  close(): void {
    this.isClosed = true
    this.database.close()
  }

  /** Where the disk lets nothing be closed or deleted, a new one is made in memory. */
  private discard(): void {
    try {
      this.database.close()
      if (this.path !== null) removeDatabase(this.path)
    } catch (error) {
      if (errorCode(error) === undefined && !(error instanceof DatabaseFailure)) throw error
    }
  }

  /** Does it once more with a new database where the one there is failed. */
  private surely<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      const isDamaged = error instanceof DatabaseFailure && !(error instanceof DatabaseFull)
      if (!isDamaged || this.isClosed) throw error
      this.discard()
      const opened = openDatabase(this.path, this.libraryId)
      this.database = opened.database
      this.listing = new Listing(opened.database)
      this.notes = new NoteListing(opened.database)
      this.path = opened.path
      this.onRenewed([error.message, opened.rebuilt].filter((reason) => reason !== null).join('; '))
      return work()
    }
  }

  /** Only what has changed is written: a saved note changes a row, and seldom an order or a word. */
  private putOne(entry: Entry): void {
    const { summary } = entry
    const columns = columnsOf(entry)
    const found = this.database.get('SELECT * FROM entry WHERE id = ?', summary.id)
    if (found === undefined) {
      const row = this.database.insert('entry', columns)
      this.putWords(row, summary)
      this.putTraces(row, entry.traces)
      this.notes.put({ row, ...summary }, entry.notes)
      return
    }
    const row = Number(found['row'])
    this.putTraces(row, entry.traces)
    this.notes.put({ row, ...summary }, entry.notes)
    const changed = Object.entries(columns).filter(([name, value]) => value !== found[name])
    if (changed.length > 0) this.database.update('entry', row, Object.fromEntries(changed))
    if (textToFind(summary) !== textToFind(summaryIn(found))) this.putWords(row, summary)
  }

  private removeOne(id: ArticleId): void {
    const found = this.database.get('SELECT row FROM entry WHERE id = ?', id)
    if (found === undefined) return
    const row = Number(found['row'])
    this.notes.remove(row)
    this.database.run('DELETE FROM trace WHERE entry = ?', row)
    this.database.run('DELETE FROM words WHERE rowid = ?', row)
    this.database.run('DELETE FROM entry WHERE row = ?', row)
  }

  /** They grow with each version, and else stay. */
  private putTraces(row: number, traces: readonly string[]): void {
    const known = this.database
      .all('SELECT key FROM trace WHERE entry = ?', row)
      .map(({ key }) => String(key))
    if (known.length === traces.length && traces.every((trace) => known.includes(trace))) return
    this.database.run('DELETE FROM trace WHERE entry = ?', row)
    for (const trace of traces) this.database.run('INSERT OR IGNORE INTO trace VALUES (?, ?)', trace, row)
  }

  private putWords(row: number, summary: ArticleSummary): void {
    const words = wordsToFind(textToFind(summary)).join(' ')
    this.listing.forget()
    this.database.run('INSERT OR REPLACE INTO words (rowid, list) VALUES (?, ?)', row, words)
  }

  private ids(sql: string, ...values: Array<string | number>): ArticleId[] {
    return this.surely(() => this.database.all(sql, ...values).map((row) => row['id'] as ArticleId))
  }
}
