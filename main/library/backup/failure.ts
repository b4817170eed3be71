import type { AppError } from '../../../src/errors.ts'
import { fileError } from '../keeper.ts'

/**
 * What a failure means where files of two places are at work, a zip's and a library's. The system names the file that it was
 * about, but for one that was open already: then it is the zip. Throws on what is no system error.
 */
export function failureAt(zip: string, error: unknown): AppError {
  const isNamed = error instanceof Error && 'path' in error && typeof error.path === 'string'
  return fileError(isNamed ? String(error.path) : zip, error)
}
