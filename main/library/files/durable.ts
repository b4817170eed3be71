import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, open, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** What a temporary file of ours looks like, so that a crash's left-overs can be told apart and swept. */
export const temporaryName = /^\..+\.[0-9a-f]{16}\.tmp$/

/**
 * Replaces a file so that after any crash, full disk or power cut it holds either all of the old bytes or all of the
 * new ones, and once this has resolved, the new ones. Throws the system's error and leaves no temporary file.
 *
 * The order (exclusive temporary file, write, fsync, close, rename, fsync of the folder) is the one that lost nothing in
 * 120 power cuts and 100 kills, where lowdb's own writer and `write-file-atomic` did (shared/research/reliability.md, §0).
 * `writeFileSync` loops over short writes and throws on a full disk.
 *
 * It waits for the disk without letting others run: each of its eight steps handed to a thread and back costs as much again
 * as the disk does. So it is for the library's own process and the command line; of the main process it gets one small file,
 * when the window closes.
 */
export async function writeDurably(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`)
  try {
    writeNewNow(temporary, data)
    await renameRetrying(temporary, path)
  } catch (error) {
    await unlink(temporary).catch(ignoreMissing)
    throw error
  }
  syncFolderNow(dirname(path))
}

function writeNewNow(path: string, data: string | Uint8Array): void {
  const file = openSync(path, 'wx')
  try {
    writeFileSync(file, data)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function syncFolderNow(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Writes a file that must not exist yet and waits until its bytes are on the disk (its name may not be). */
export async function writeNew(path: string, data: string | Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a new name in this folder survive a power cut. Windows can't open folders, and NTFS journals names itself. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * Makes a folder and those it lies in, so that all of them survive a power cut; `root` itself has to be there: a library that
 * is gone is not begun anew. Throws the system's error. One level at a time, because Node 20's recursive `mkdir` says ENOENT
 * where the disk is full.
 */
export async function makeFolder(path: string, root: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    const parent = dirname(path)
    if (errorCode(error) !== 'ENOENT' || parent === root || parent === path) throw error
    await makeFolder(parent, root)
    return makeFolder(path, root)
  }
  await syncFolder(dirname(path))
}

/** Moves a file or folder to a new name in a folder that is there, and both names survive a power cut. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await renameRetrying(from, to)
  await syncFolder(dirname(to))
  await syncFolder(dirname(from))
}

/** Waits before each new try at a rename, in milliseconds; together under two seconds. */
const renameWaits = [10, 40, 160, 640, 1000]

/** On Windows a virus scanner or a synchroniser may hold a file open for a moment; a rename then fails for a moment. */
async function renameRetrying(from: string, to: string): Promise<void> {
  for (const waitMs of renameWaits) {
    try {
      return renameSync(from, to)
    } catch (error) {
      if (!isBusy(error)) throw error
      await wait(waitMs)
    }
  }
  renameSync(from, to)
}

function isBusy(error: unknown): boolean {
  return process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '')
}

/** The system's name for what went wrong, such as `ENOSPC`; undefined when it is not a system error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** For `.catch`: what is not there needs no removing. */
export function ignoreMissing(error: unknown): void {
  if (errorCode(error) !== 'ENOENT') throw error
}
