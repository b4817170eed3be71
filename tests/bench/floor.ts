import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The least that puts bytes on a disk for good: write, fsync, rename, fsync of the folder. Nothing else, so nobody who
 * promises as much can be faster.
 */
export async function writeFloor(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.tmp`
  const file = await open(temporary, 'w')
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  await rename(temporary, path)
  const folder = await open(dirname(path), 'r')
  await folder.sync()
  await folder.close()
}
