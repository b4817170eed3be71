import { z } from 'zod'
import { Span } from './model/content.ts'

/** A passage found in an article, with its surroundings, so that a person can choose between several. */
export const Passage = z.object({ span: Span, before: z.string(), after: z.string() })
export type Passage = z.infer<typeof Passage>

const file = { name: z.string() }

/**
 * Everything that may go wrong in a way the person can do something about. Each carries what its sentence needs;
 * the sentences are written where they are shown (`renderer/state/error-text.ts`, `main/cli/error-text.ts`).
 */
export const AppError = z.discriminatedUnion('code', [
  z.object({ code: z.literal('file-missing'), ...file }),
  z.object({ code: z.literal('file-denied'), ...file }),
  z.object({ code: z.literal('file-empty'), ...file }),
  z.object({ code: z.literal('file-binary'), ...file }),
  z.object({ code: z.literal('file-too-large'), ...file, bytes: z.number(), maxBytes: z.number() }),
  z.object({ code: z.literal('file-encoding'), ...file, encoding: z.string() }),
  z.object({ code: z.literal('file-type'), ...file }),
  z.object({ code: z.literal('file-unreadable'), ...file, reason: z.string() }),
  z.object({ code: z.literal('import-stopped'), ...file, seconds: z.number() }),
  /** A format was recognised, and what should be in it is not. `format` is its name for people. */
  z.object({ code: z.literal('format-broken'), ...file, format: z.string(), reason: z.string() }),
  /** A zip, or one of its entries, is broken or not to be trusted. */
  z.object({ code: z.literal('zip-damaged'), ...file, reason: z.string() }),
  /** It is locked by a password or by a shop's copy protection. */
  z.object({ code: z.literal('file-locked'), ...file }),
  /** There are pages, and no text on them: they were scanned. */
  z.object({ code: z.literal('pages-scanned'), ...file, pages: z.int() }),
  /** A page, mail or book chapter in which no text was found. */
  z.object({ code: z.literal('text-missing'), ...file }),
  /** A collection of which Lectern would take nothing. */
  z.object({ code: z.literal('collection-empty'), ...file, format: z.string() }),
  /** It holds no stories but the addresses of feeds, which are subscribed to elsewhere. */
  z.object({ code: z.literal('feed-list'), ...file }),
  z.object({ code: z.literal('importer-unknown'), importer: z.string() }),
  z.object({ code: z.literal('address-refused'), url: z.string() }),
  /** Neither is it a feed, nor does the page there name one. */
  z.object({ code: z.literal('feed-none'), url: z.string() }),
  /** The net leads there, and it is of this machine or its own network. */
  z.object({ code: z.literal('address-within'), url: z.string() }),
  z.object({ code: z.literal('address-failed'), url: z.string(), reason: z.string() }),
  z.object({ code: z.literal('address-status'), url: z.string(), status: z.int() }),
  z.object({ code: z.literal('address-slow'), url: z.string(), seconds: z.number() }),
  z.object({ code: z.literal('address-large'), url: z.string(), maxBytes: z.number() }),
  /** What was answered is a picture, a film, a program. */
  z.object({ code: z.literal('address-type'), url: z.string(), type: z.string() }),
  /** The article has no address to load anything from. */
  z.object({ code: z.literal('address-missing'), id: z.string() }),
  z.object({ code: z.literal('feed-unknown'), id: z.string() }),
  /** The feed no longer has it, and it was put away. */
  z.object({ code: z.literal('entry-gone') }),
  z.object({ code: z.literal('intake-unknown') }),
  z.object({ code: z.literal('folder-empty'), ...file }),
  z.object({ code: z.literal('draft-gone') }),
  z.object({ code: z.literal('article-unknown'), id: z.string() }),
  /** The beginning of an id fits several articles; `ids` are some of them. */
  z.object({ code: z.literal('article-ambiguous'), id: z.string(), ids: z.array(z.string()) }),
  z.object({ code: z.literal('note-unknown'), id: z.string() }),
  z.object({ code: z.literal('note-ambiguous'), id: z.string(), ids: z.array(z.string()) }),
  z.object({ code: z.literal('version-unknown'), id: z.string(), version: z.int() }),
  /** A text that is word for word the newest version already can not become the next one. */
  z.object({ code: z.literal('version-same'), id: z.string() }),
  z.object({ code: z.literal('quote-missing'), quote: z.string() }),
  z.object({ code: z.literal('quote-ambiguous'), quote: z.string(), passages: z.array(Passage) }),
  z.object({ code: z.literal('quote-nth'), quote: z.string(), nth: z.number(), count: z.number() }),
  z.object({ code: z.literal('span-outside') }),
  z.object({ code: z.literal('library-newer'), path: z.string(), format: z.number() }),
  z.object({ code: z.literal('library-locked'), path: z.string(), holder: z.string() }),
  z.object({ code: z.literal('library-damaged'), path: z.string(), reason: z.string() }),
  z.object({ code: z.literal('library-denied'), path: z.string() }),
  /** The folder was there and is no longer: a drive that was pulled, a folder that was moved. */
  z.object({ code: z.literal('library-gone'), path: z.string() }),
  z.object({ code: z.literal('snapshot-unknown'), name: z.string() }),
  /** A file that was to be restored from is no backup, or is broken. */
  z.object({ code: z.literal('backup-damaged'), ...file, reason: z.string() }),
  z.object({ code: z.literal('restore-gone') }),
  /** A restore came as far as `done` articles of the backup's and no further; those are in the library, whole. */
  z.object({ code: z.literal('restore-stopped'), done: z.int(), total: z.int(), reason: z.string() }),
  z.object({ code: z.literal('disk-full'), path: z.string() }),
  z.object({ code: z.literal('write-failed'), path: z.string(), reason: z.string() }),
  z.object({ code: z.literal('link-refused'), href: z.string() }),
  z.object({ code: z.literal('bad-input'), reason: z.string() }),
  /** A bug of ours; `reason` is for us and stands in the log as well. */
  z.object({ code: z.literal('internal'), reason: z.string() }),
])
export type AppError = z.infer<typeof AppError>

/** An answer that may be a failure. Expected failures are values; only bugs throw. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(error: AppError): { ok: false; error: AppError } {
  return { ok: false, error }
}
