import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AppError, Result } from '../src/errors.ts'
import { fail, ok } from '../src/errors.ts'
import { maxSourceBytes } from '../src/model/article.ts'
import { errorCode } from './library/files/durable.ts'

/** A file as it lies on the disk; `modified` is its date, an ISO date-time. */
export type FileOnDisk = { name: string; bytes: Uint8Array; modified: string }

/** Reads a file that a person named. One that is too large is refused before it is read. */
export async function readNamedFile(path: string): Promise<Result<FileOnDisk>> {
  const name = basename(path)
  try {
    const file = await open(path, 'r')
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return fail({ code: 'file-type', name })
      if (stat.size > maxSourceBytes) return fail(tooLarge(name, stat.size))
      return ok({ name, bytes: await file.readFile(), modified: stat.mtime.toISOString() })
    } finally {
      await file.close()
    }
  } catch (error) {
    return fail(readError(name, error))
  }
}

/** What is said of a source with more bytes than a story may have. */
export function tooLarge(name: string, bytes: number): AppError {
  return { code: 'file-too-large', name, bytes, maxBytes: maxSourceBytes }
}

/** What a failure at a file of the person's means. Throws on what is no system error: that is a bug. */
export function readError(name: string, error: unknown): AppError {
  const code = errorCode(error)
  if (code === undefined) throw error
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-missing', name }
  if (code === 'EACCES' || code === 'EPERM') return { code: 'file-denied', name }
  return { code: 'file-unreadable', name, reason: code }
}
