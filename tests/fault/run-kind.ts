import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Round, type Row, Tally } from './kind.ts'
import { hasProgram, makeImage } from './mount.ts'

/** What this machine lets the tests do, and what to put before a command so that its mounts are its own. */
export type Room = { prefix: string[]; round: Pick<Round, 'canMount'> }

/**
 * As root a name space for mounts, elsewhere one in which we are root (it mounts memory, but no images). Mounts in it go
 * with the last of its processes, however they end.
 */
export function findRoom(work: string): Room {
  const isRoot = process.getuid?.() === 0
  const prefix = isRoot ? ['unshare', '--mount'] : ['unshare', '--map-root-user', '--mount']
  const probe = join(work, 'probe')
  mkdirSync(probe)
  if (!runs([...prefix, 'mount', '-t', 'tmpfs', 'none', probe]))
    return { prefix: [], round: { canMount: { tmpfs: false, image: false } } }
  const image = join(work, 'probe.img')
  const hasImage = hasProgram('mkfs.ext4')
  if (hasImage) makeImage(image, 'ext4', 2 ** 20)
  const canMountImage = hasImage && runs([...prefix, 'mount', '-o', 'loop', image, probe])
  return { prefix, round: { canMount: { tmpfs: true, image: canMountImage } } }
}

function runs([program = '', ...words]: string[]): boolean {
  return process.platform === 'linux' && spawnSync(program, words).status === 0
}

/** Tries one kind of fault; whatever it started ends with it. */
export async function runKind(name: string, round: Round, prefix: readonly string[]): Promise<Row[]> {
  const startedAt = performance.now()
  const output = join(round.work, 'rows.json')
  const entry = join(round.programs, 'one-kind.js')
  const words = [...prefix, process.execPath, entry, name, JSON.stringify(round), output]
  const child = spawn(words[0] ?? '', words.slice(1), { stdio: 'inherit', detached: true })
  running.add(child.pid ?? 0)
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  endGroup(child.pid ?? 0)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`${name}: ${seconds} s`)
  const rows = existsSync(output)
    ? (JSON.parse(readFileSync(output, 'utf8')) as Row[])
    : [diedRow(name, round, `ended with ${code ?? signal}`)]
  if (rows.some(({ verdict }) => verdict === 'failed')) showLog(round)
  return rows
}

/** The last of what the library logged, where something went wrong. */
function showLog({ work }: Round): void {
  const path = join(work, 'log')
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []
  for (const line of lines.slice(-12)) console.log(`  log: ${line.slice(0, 200)}`)
}

function diedRow(name: string, round: Round, how: string): Row {
  const tally = new Tally()
  const trying = join(round.work, 'trying')
  const last = existsSync(trying) ? ` while trying ${readFileSync(trying, 'utf8')}` : ''
  tally.break(`${name} ${how}${last}`)
  return tally.row(name, `${how}${last}`)
}

/** Process groups of the kinds that are being tried. */
const running = new Set<number>()

function endGroup(pid: number): void {
  running.delete(pid)
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // all have gone
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const pid of running) endGroup(pid)
    process.exit(1)
  })
}
