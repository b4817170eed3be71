import { createContext } from 'react'
import type { OpenArticle } from '../../src/contract.ts'
import type { PictureName } from '../../src/model/content.ts'

/** Which pictures of the open article can be shown. It changes beside the text, which is drawn once. */
export type Pictures = {
  /** By the addresses they were loaded from. */
  kept: OpenArticle['pictures']
  /** The number of the first block whose picture is not kept; null where all are, or none can be. */
  firstMissing: number | null
  /** Loads those that are missing; null while they are being loaded. */
  keep: (() => void) | null
}

export const Pictures = createContext<Pictures>({ kept: {}, firstMissing: null, keep: null })

/** The file of a picture; null where it is not kept. */
export function fileOf(
  { kept }: Pick<Pictures, 'kept'>,
  { url, file }: { url: string | null; file: PictureName | null },
): PictureName | null {
  return file ?? (url !== null && Object.hasOwn(kept, url) ? (kept[url] ?? null) : null)
}
