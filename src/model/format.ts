import { z } from 'zod'

/**
 * The format version every file of this release carries. It counts for all kinds of files together: a step of
 * `src/migrations` leads from each version to the next.
 */
export const currentFormat = 4

export const Format = z.literal(currentFormat)
