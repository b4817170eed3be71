import { mkdir, open, readFile, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import { currentFormat } from '../../src/model/format.ts'
import { errorCode, ignoreMissing } from './files/durable.ts'
import { fileError } from './keeper.ts'

/** How to reach the process that holds a library, when it takes requests (the app does, a command does not). */
export const Address = z.object({ socket: z.string(), token: z.string() })
export type Address = z.infer<typeof Address>

export const Holder = z.object({
  format: z.int(),
  pid: z.int(),
  /** When the process was born, in the system's own reckoning: a reused process id has another one. Null: unknown. */
  born: z.string().nullable(),
  /** What holds it, for people: `the Lectern app`, `lectern add`. */
  name: z.string(),
  address: Address.nullable(),
})
export type Holder = z.infer<typeof Holder>

export type Lock = { release(): Promise<void> }

/**
 * Takes the library for one writer. Waits up to `patienceMs` while a living process holds it, clears a dead one's
 * lock away, and otherwise answers `library-locked` with the holder's name.
 */
export async function takeLock(
  path: string,
  self: { name: string; address: Address | null },
  patienceMs: number,
): Promise<Result<Lock>> {
  const holder: Holder = {
    format: currentFormat,
    pid: process.pid,
    born: await bornAt(process.pid),
    ...self,
  }
  const deadline = Date.now() + patienceMs
  for (;;) {
    let other: Holder | null
    try {
      if (await claim(path, holder)) return ok({ release: () => release(path, holder) })
      other = await readHolder(path)
      if (other === null ? await isAbandoned(path) : !(await isAlive(other))) {
        await clear(path, other)
        continue
      }
    } catch (error) {
      return fail(fileError(libraryOf(path), error))
    }
    if (Date.now() >= deadline) {
      return fail({
        code: 'library-locked',
        path: libraryOf(path),
        holder: other?.name ?? 'another program',
      })
    } else await wait(50)
  }
}

/** The living process that holds the library, or null. */
export async function findHolder(path: string): Promise<Holder | null> {
  const holder = await readHolder(path)
  return holder !== null && (await isAlive(holder)) ? holder : null
}

/** The folder that a lock file belongs to: what a person knows it by. */
function libraryOf(path: string): string {
  return dirname(dirname(path))
}

async function claim(path: string, holder: Holder): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true })
  try {
    const file = await open(path, 'wx', 0o600) // the token in it is for this user only
    try {
      await file.writeFile(JSON.stringify(holder))
    } finally {
      await file.close()
    }
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    await unlink(path).catch(ignoreMissing)
    throw error
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null // missing, or not yet written by the one who has just made it
  }
}

/** A lock that can't be read is one being written, unless that takes longer than any write does: then it is a crash's. */
async function isAbandoned(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && Math.abs(Date.now() - found.mtimeMs) > 5000
}

async function isAlive(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    return errorCode(error) === 'EPERM' // there, but somebody else's
  }
  const born = await bornAt(holder.pid)
  return holder.born === null || born === null || born === holder.born
}

/** Field 22 of proc(5)'s stat: the start time in clock ticks since boot. It comes after the name in brackets. */
async function bornAt(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return null
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

/**
 * Removes a dead holder's lock. Only one process at a time may, and looks again first: what is not the dead one's any more is the lock
 * of another, which came in meanwhile. A guard that a crash left behind is old, and goes.
 */
async function clear(path: string, dead: Holder | null): Promise<void> {
  const guard = `${path}.clearing`
  try {
    const file = await open(guard, 'wx', 0o600)
    await file.close()
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    if (await isAbandoned(guard)) await unlink(guard).catch(ignoreMissing)
    return wait(20)
  }
  try {
    const current = await readHolder(path)
    const isDead =
      dead === null
        ? current === null && (await isAbandoned(path))
        : current?.pid === dead.pid && current.born === dead.born
    if (isDead) await unlink(path).catch(ignoreMissing)
  } finally {
    await unlink(guard).catch(ignoreMissing)
  }
}

async function release(path: string, holder: Holder): Promise<void> {
  const current = await readHolder(path)
  if (current?.pid !== holder.pid || current.born !== holder.born) return
  // Where it can't be removed, as on a disk that is gone, it is a dead process's lock in a moment.
  await unlink(path).catch((error: unknown) => console.error('lock:', error))
}
