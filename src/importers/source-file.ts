/**
 * A file handed in. `name` may be a path; only its last part counts. Times are ISO: `modified` is the file's own,
 * null for pasted text; `now` stands in for it.
 */
export type SourceFile = { name: string; bytes: Uint8Array; modified: string | null; now: string }
