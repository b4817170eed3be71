import { existsSync, rmSync } from 'node:fs'
import { Database, DatabaseBusy } from './database.ts'
import { createTables, doubtAbout } from './schema.ts'

/** `path` is null for a database in memory; `rebuilt` says why a database that was there is not used. */
export type Opened = { database: Database; path: string | null; rebuilt: string | null }

/**
 * The database of a library in this file, or an empty one: a new file where there is none or where it is not to be trusted;
 * in memory where `path` is null, another process has the file open, or none can be made. What is on the disk never makes it
 * throw. It is not read through, so damage inside may show only later.
 */
export function openDatabase(path: string | null, libraryId: string): Opened {
  if (path === null) return inMemory(libraryId, null)
  let rebuilt: string | null = null
  try {
    if (existsSync(path)) {
      const { database, doubt } = openFound(path, libraryId)
      if (database !== null) return { database, path, rebuilt }
      rebuilt = doubt
    }
    removeDatabase(path)
    return { database: created(path, libraryId), path, rebuilt }
  } catch (error) {
    return inMemory(libraryId, [rebuilt, reasonOf(error)].filter((reason) => reason !== null).join('; '))
  }
}

/** Deletes a database that is not open, with what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
}

/** Throws when another process has it: then it is to be left alone. */
function openFound(
  path: string,
  libraryId: string,
): { database: Database; doubt: null } | { database: null; doubt: string } {
  let database: Database | null = null
  try {
    database = Database.open(path)
    const doubt = doubtAbout(database, libraryId)
    if (doubt === null) return { database, doubt }
    database.close()
    return { database: null, doubt }
  } catch (error) {
    database?.close()
    if (error instanceof DatabaseBusy) throw error
    return { database: null, doubt: reasonOf(error) }
  }
}

function created(path: string, libraryId: string): Database {
  const database = Database.open(path)
  try {
    createTables(database, libraryId)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function inMemory(libraryId: string, rebuilt: string | null): Opened {
  return { database: created(':memory:', libraryId), path: null, rebuilt }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
