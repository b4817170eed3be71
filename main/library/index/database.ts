import { errorCode } from '../files/durable.ts'
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite'

/** What is stored and read: SQLite's own types, without blobs. */
export type Value = string | number | null
export type Row = Record<string, Value>

/** The disk, the file on it or another process does not let the database work; nothing is wrong with what was asked. */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure'
}

/** A second one has it open. */
export class DatabaseBusy extends DatabaseFailure {}

/** Nothing more fits on the disk; what is there is sound. */
export class DatabaseFull extends DatabaseFailure {}

/** How long to wait for a lock: a service that was restarted may find its predecessor still dying. */
const busyMs = 1000

/**
 * An SQLite database that belongs to one process. This is the only file that knows the driver, which has the API of
 * `node:sqlite`. Every method throws `DatabaseFailure` when the disk or the file fails, and the driver's error when the SQL
 * is wrong.
 */
export class Database {
  private readonly statements = new Map<string, StatementSyncInstance>()

  private constructor(private readonly driver: DatabaseSyncInstance) {}

  /** Opens the file, or makes it; `:memory:` is one that is gone when closed. */
  static open(path: string): Database {
    const database = new Database(
      translated(() => new DatabaseSync(path, { timeout: busyMs, defensive: true })),
    )
    try {
      // Exclusive before WAL: then the index of the WAL is kept in memory, where a shared folder can't break it, and a second
      // machine is refused. Without an fsync at each transaction the last ones may be lost by a power cut; nothing is torn.
      database.exec(`
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA temp_store = MEMORY;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA cache_size = -8000;
        BEGIN IMMEDIATE;
        COMMIT;
      `)
      return database
    } catch (error) {
      database.close()
      throw error
    }
  }

  exec(sql: string): void {
    translated(() => this.driver.exec(sql))
  }

  run(sql: string, ...values: Value[]): void {
    // Not the driver's `run`: it answers the last row's id, and throws where that is above 2^53, as in FTS5's own tables.
    translated(() => this.prepare(sql).all(...values))
  }

  get(sql: string, ...values: Value[]): Row | undefined {
    return translated(() => this.prepare(sql).get(...values) as Row | undefined)
  }

  all(sql: string, ...values: Value[]): Row[] {
    return translated(() => this.prepare(sql).all(...values) as Row[])
  }

  /** The one number that is asked for. */
  number(sql: string, ...values: Value[]): number {
    return Number(Object.values(this.get(sql, ...values) ?? {})[0])
  }

  /** Adds a row to a table and answers its number. */
  insert(table: string, columns: Row): number {
    const names = Object.keys(columns)
    const marks = names.map(() => '?').join(', ')
    return this.number(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks}) RETURNING rowid`,
      ...Object.values(columns),
    )
  }

  /** Sets columns of one row. */
  update(table: string, row: number, columns: Row): void {
    const settings = Object.keys(columns).map((name) => `${name} = ?`)
    this.run(`UPDATE ${table} SET ${settings.join(', ')} WHERE rowid = ?`, ...Object.values(columns), row)
  }

  /** All that `work` writes, or nothing of it. */
  transaction(work: () => void): void {
    this.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.exec('COMMIT')
    } catch (error) {
      // After some failures, such as a full disk, SQLite has rolled back by itself.
      if (this.driver.isTransaction) this.exec('ROLLBACK')
      throw error
    }
  }

  /** Reads every page; null when all is sound, else what SQLite complains of first. */
  check(): string | null {
    const found = String(this.get('PRAGMA integrity_check(1)')?.['integrity_check'])
    return found === 'ok' ? null : found
  }

  close(): void {
    this.statements.clear()
    if (this.driver.isOpen) translated(() => this.driver.close())
  }

  private prepare(sql: string): StatementSyncInstance {
    const known = this.statements.get(sql)
    if (known !== undefined) return known
    const statement = this.driver.prepare(sql)
    this.statements.set(sql, statement)
    return statement
  }
}

/** Primary result codes that tell of our SQL or of our use of the driver: ERROR, CONSTRAINT, MISMATCH, MISUSE, RANGE. */
const bugs: readonly unknown[] = [1, 19, 20, 21, 25]

/** Primary result codes of a lock that somebody else holds: BUSY and LOCKED. */
const locks: readonly unknown[] = [5, 6]

/** FULL. */
const full = 13

function translated<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    // The low byte of an extended code is the primary one: https://www.sqlite.org/rescode.html
    if (!(error instanceof Error)) throw error
    // What a disk that failed has closed.
    if (errorCode(error) === 'ERR_INVALID_STATE') throw new DatabaseFailure(error.message, { cause: error })
    const code = 'errcode' in error ? Number(error.errcode) & 0xff : null
    if (code === null || bugs.includes(code)) throw error
    const Failure = locks.includes(code) ? DatabaseBusy : code === full ? DatabaseFull : DatabaseFailure
    throw new Failure(error.message, { cause: error })
  }
}
