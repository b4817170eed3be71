import type { Result } from '../errors.ts'

/**
 * A file handed in. `name` may be a path; only its last part counts. Times are ISO: `modified` is the file's own,
 * null for pasted text; `now` stands in for it. `web` is set for what was loaded from an address: the one that answered in the
 * end, and what its server said of it (`text/html; charset=utf-8`).
 */
export type SourceFile = {
  name: string
  bytes: Uint8Array
  modified: string | null
  now: string
  web?: { url: string; contentType: string | null }
}

/** The entries of a zip, read by name into memory; nothing is ever unpacked to where its name says. */
export type Zip = {
  /** Of files only, with `/` between folders. At most 10,000. */
  readonly names: readonly string[]
  /** Answers `zip-damaged` for an entry that is not there, is broken, or unpacks to more than the caps allow. */
  read(name: string): Promise<Result<Uint8Array>>
}

/** A file as importers see it. */
export type Candidate = SourceFile & {
  /** In lower case and without the dot; empty where there is none. */
  extension: string
  /** The beginning of it as text, some 4,000 characters, without a byte order mark; empty where it is none. */
  head: string
  /** Set where the file is a zip. */
  zip: Zip | null
}
