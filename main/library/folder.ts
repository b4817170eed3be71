import { randomBytes } from 'node:crypto'
import { access, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { currentFormat, Format } from '../../src/model/format.ts'
import { idFromBytes } from '../../src/model/ids.ts'
import { ignoreMissing, temporaryName } from './files/durable.ts'
import { DamagedFile, JsonFile } from './files/json-file.ts'
import { addingPrefix, type Layout } from './files/layout.ts'

/** `lectern.json`: says that a folder is a library, and which one. */
export const Marker = z.object({ format: Format, id: z.string() })
export type Marker = z.infer<typeof Marker>

/** What is younger may be another machine's, being written there and brought here by a synchroniser. */
const leftOverMs = 60 * 60 * 1000

/**
 * What a library's folder says of itself; null for a folder that is none yet, and for a damaged marker of one that is.
 * Throws `NewerFile` for a library of a later Lectern, and `DamagedFile` for a folder with somebody else's files.
 */
export async function readMarker(layout: Layout): Promise<Marker | null> {
  const marker = await markerFile(layout)
    .read()
    .catch((error: unknown) => {
      if (error instanceof DamagedFile) return null
      throw error
    })
  if (marker === null && (await isSomethingElse(layout)))
    throw new DamagedFile(layout.root, 'the folder has files in it but is no Lectern library')
  return marker
}

/** Has an older Lectern refuse the whole library, instead of meeting files it can't read one by one. Throws the system's error. */
export async function raiseMarker(layout: Layout): Promise<void> {
  const file = markerFile(layout)
  const marker = await file.read()
  if (marker !== null && file.isOld) await file.write(marker)
}

/** Says that a folder is a library. Throws the system's error. */
export async function writeMarker(layout: Layout): Promise<Marker> {
  const marker = { format: currentFormat, id: idFromBytes(randomBytes(12)) } as const
  await markerFile(layout).write(marker)
  return marker
}

/** Removes what a crash left half-done outside of the articles' own folders. Needs the lock. */
export async function sweepFolder(layout: Layout, now: string): Promise<void> {
  await removeOld(layout.articles, now, (name) => name.startsWith(addingPrefix))
  await removeOld(layout.root, now, (name) => temporaryName.test(name))
  await removeOld(layout.local, now, (name) => temporaryName.test(name))
  for (const name of await namesIn(layout.trash))
    await removeOld(join(layout.trash, name), now, (file) => temporaryName.test(file))
}

/** Removes what a crash left half-done in one folder. */
export async function removeOld(
  folder: string,
  now: string,
  isLeftOver: (name: string) => boolean,
): Promise<void> {
  for (const name of (await readdir(folder)).filter(isLeftOver)) {
    const path = join(folder, name)
    const found = await stat(path).catch(ignoreMissing)
    if (found && Date.parse(now) - found.mtimeMs > leftOverMs)
      await rm(path, { recursive: true, force: true })
  }
}

function markerFile(layout: Layout): JsonFile<Marker> {
  return new JsonFile(layout.marker, 'library', Marker)
}

/** A folder without a good `lectern.json` that holds neither articles nor nothing: somebody's other files. */
async function isSomethingElse(layout: Layout): Promise<boolean> {
  const names = await namesIn(layout.root)
  if (names.every((name) => name.startsWith('.'))) return false
  return access(layout.articles).then(
    () => false,
    () => true,
  )
}

/** What lies in a folder; nothing where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    ignoreMissing(error)
    return []
  })
}
