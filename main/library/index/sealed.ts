import { crc32 } from 'node:zlib'
import { DatabaseFailure } from './database.ts'

/** Hexadecimal digits of a CRC-32. */
const sumLength = 8

/** A text with its checksum before it: SQLite has none, and a bit that flips inside a text goes unnoticed. */
export function seal(text: string): string {
  return sumOf(text) + text
}

/** The text that was sealed; throws `DatabaseFailure` when it is not the same any more. */
export function unseal(sealed: string): string {
  const text = sealed.slice(sumLength)
  if (sumOf(text) !== sealed.slice(0, sumLength)) throw new DatabaseFailure('a text was altered on the disk')
  return text
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(sumLength, '0')
}
