import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { PictureName } from '../model/content.ts'
import type { Picture } from './entry.ts'

/** How files of each kind begin; `.` stands for any byte. */
const signatures: ReadonlyArray<[extension: string, opening: RegExp]> = [
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['avif', /^.{4}ftypavi[fs]/s],
  ['svg', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/i],
]

/** Enough for the comments that drawing programs put in front of an SVG. */
const headBytes = 1024

/** The picture that these bytes are, named by their hash; null where they are none that is shown. */
export function pictureOf(bytes: Uint8Array): Picture | null {
  const head = String.fromCharCode(...bytes.subarray(0, headBytes))
  const extension = signatures.find(([, opening]) => opening.test(head))?.[0]
  if (extension === undefined) return null
  return { name: PictureName.parse(`${bytesToHex(sha256(bytes))}.${extension}`), bytes }
}
