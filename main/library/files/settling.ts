import { stat } from 'node:fs/promises'

/** Somebody else's file that can't be read and is younger than this is still being written. */
const settlingMs = 30_000

/** Whether a file may still be on its way. */
export async function isYoung(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && Date.now() - found.mtimeMs < settlingMs
}
