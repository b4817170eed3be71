import type { ListFilter } from '../../../src/contract.ts'
import type { Sort } from '../../../src/model/settings.ts'
import type { Database } from './database.ts'

/** Raised with every change of the tables, or of what is put into them: an index of another version is made anew. */
const schemaVersion = 4

/** Which column a list is sorted by, and which way it goes when it is not reversed. */
export const orders: Record<Sort['by'], { column: string; isDescending: boolean }> = {
  added: { column: 'added', isDescending: true },
  published: { column: 'published', isDescending: true },
  title: { column: 'title', isDescending: false },
  progress: { column: 'progress', isDescending: true },
}

/** The condition on a row for it to be in a list; null where all are. */
export const conditions: Record<ListFilter, string | null> = {
  all: null,
  unread: 'isUnread',
  annotated: 'isAnnotated',
  starred: 'isStarred',
}

/** `row` is what the words are filed under. `summary` and `article` are sealed texts. */
const tables = `
  CREATE TABLE library (id TEXT NOT NULL);

  CREATE TABLE entry (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    added TEXT NOT NULL,
    published TEXT NOT NULL,
    title TEXT NOT NULL,
    progress REAL NOT NULL,
    isUnread INTEGER NOT NULL,
    isAnnotated INTEGER NOT NULL,
    isStarred INTEGER NOT NULL,
    stem TEXT NOT NULL,
    work TEXT,
    part INTEGER,
    removedSince TEXT,
    stamp TEXT NOT NULL,
    summary TEXT NOT NULL,
    article TEXT NOT NULL
  );
  CREATE INDEX stems ON entry (stem);
  CREATE INDEX parts ON entry (work, part, added, id) WHERE work IS NOT NULL;
  CREATE INDEX stamps ON entry (id, stamp);
  CREATE INDEX removals ON entry (removedSince, id) WHERE removedSince IS NOT NULL;

  -- What is typed is the beginning of a word: without their own index, four and five letters that many words begin with took
  -- 8 ms at 50,000 articles, and with it 1.
  CREATE VIRTUAL TABLE words USING fts5 (
    list, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5', tokenize = 'ascii'
  );

  -- By what a story that comes in is known: the digests of its versions' bytes, their addresses, and their sketches.
  CREATE TABLE trace (key TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (key, entry)) WITHOUT ROWID;
  CREATE INDEX traces ON trace (entry);

  -- What the list of all notes shows and sorts by. The column shown is a sealed text.
  CREATE TABLE note (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    entry INTEGER NOT NULL,
    article TEXT NOT NULL,
    added TEXT NOT NULL,
    place INTEGER NOT NULL,
    color INTEGER NOT NULL,
    created TEXT NOT NULL,
    isWritten INTEGER NOT NULL,
    needsPlace INTEGER NOT NULL,
    shown TEXT NOT NULL
  );
  CREATE INDEX notes ON note (entry);
  CREATE INDEX noteIds ON note (id);
  CREATE INDEX notesByArticle ON note (added DESC, article, place, created, id);
  CREATE INDEX notesByColor ON note (color, created DESC, id);
  CREATE INDEX notesByDay ON note (created DESC, id);

  CREATE TABLE tag (
    folded TEXT NOT NULL, tag TEXT NOT NULL, created TEXT NOT NULL, id TEXT NOT NULL, note INTEGER NOT NULL,
    PRIMARY KEY (folded, tag, created DESC, id, note)
  ) WITHOUT ROWID;
  CREATE INDEX tagsOfNote ON tag (note);

  CREATE TABLE link (target TEXT NOT NULL, note INTEGER NOT NULL, PRIMARY KEY (target, note)) WITHOUT ROWID;
  CREATE INDEX linksOfNote ON link (note);

  CREATE VIRTUAL TABLE noteWords USING fts5 (
    list, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5', tokenize = 'ascii'
  );

  -- One row: how many entries each list has.
  CREATE TABLE tally ("all" INTEGER, unread INTEGER, annotated INTEGER, starred INTEGER);
  INSERT INTO tally VALUES (0, 0, 0, 0);
  CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
    UPDATE tally SET "all" = "all" + 1, unread = unread + new.isUnread,
      annotated = annotated + new.isAnnotated, starred = starred + new.isStarred;
  END;
  CREATE TRIGGER entry_removed AFTER DELETE ON entry BEGIN
    UPDATE tally SET "all" = "all" - 1, unread = unread - old.isUnread,
      annotated = annotated - old.isAnnotated, starred = starred - old.isStarred;
  END;
  CREATE TRIGGER entry_changed AFTER UPDATE OF isUnread, isAnnotated, isStarred ON entry BEGIN
    UPDATE tally SET unread = unread + new.isUnread - old.isUnread,
      annotated = annotated + new.isAnnotated - old.isAnnotated, starred = starred + new.isStarred - old.isStarred;
  END;
`

/** What the rows of a list are found by, in their order, without any other row being touched. */
export function listIndex(by: Sort['by'], filter: ListFilter): string {
  return `${by}_${filter}`
}

/** Makes the tables of an empty database. */
export function createTables(database: Database, libraryId: string): void {
  database.transaction(() => {
    database.exec(tables)
    for (const [filter, condition] of Object.entries(conditions)) {
      for (const [by, { column }] of Object.entries(orders)) {
        const only = condition === null ? '' : `WHERE ${condition}`
        database.exec(`CREATE INDEX ${by}_${filter} ON entry (${column}, id) ${only}`)
      }
    }
    database.run('INSERT INTO library VALUES (?)', libraryId)
    database.exec(`PRAGMA user_version = ${schemaVersion}`)
  })
}

/** Why the tables of this database are not to be used; null when they are. */
export function doubtAbout(database: Database, libraryId: string): string | null {
  const version = database.number('PRAGMA user_version')
  if (version !== schemaVersion) return `it has version ${version}, and this Lectern needs ${schemaVersion}`
  const found = database.get('SELECT id FROM library')?.['id']
  if (found !== libraryId) return `it belongs to another library`
  return null
}
