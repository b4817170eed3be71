import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Round, type Row, skipped, Tally } from '../kind.ts'
import { hasProgram } from '../mount.ts'

/** The writing system calls of one save are these and no others, in this order. */
const golden = [
  'open temporary O_CREAT|O_EXCL',
  'write temporary',
  'fsync temporary',
  'close temporary',
  'rename temporary file',
  'open folder',
  'fsync folder',
  'close folder',
]

export async function goldenTrace(round: Round): Promise<Row[]> {
  const kind = 'golden trace of a save'
  if (!hasProgram('strace')) return [skipped(kind, 'strace is missing')]
  const root = join(round.work, 'library')
  mkdirSync(root)
  const log = join(round.work, 'trace')
  const program = [process.execPath, join(round.programs, 'saver.js'), JSON.stringify(root)]
  const traced = ['-f', '-y', '-s', '0', '-o', log, '-e', 'trace=%file,%desc', ...program]
  const { status, stderr } = spawnSync('strace', traced, { encoding: 'utf8' })
  const trace = status === 0 ? readFileSync(log, 'utf8') : ''
  if (/ptrace.*not permitted/.test(stderr)) return [skipped(kind, 'nobody may trace here')]

  const tally = new Tally()
  if (status !== 0) tally.break(`the program ended with ${status}: ${stderr}`)
  for (const name of ['adapter', 'note', 'settings']) {
    tally.runs += 1
    tally.acknowledged += 1
    const found = stepsOf(callsBetween(trace, name), root)
    if (found.join('\n') !== golden.join('\n')) tally.break(`${name}: ${found.join(' · ')}`)
  }
  return [tally.row(kind, 'adapter, note.edit, settings.save')]
}

/** The system calls between two marks, each in one line; strace cuts a call in two where another thread's comes between. */
function callsBetween(trace: string, name: string): string[] {
  const begun = new Map<string, string>()
  const calls = trace.split('\n').flatMap((line) => {
    const [, thread = '', call = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    const cut = /^(.*) <unfinished \.\.\.>$/.exec(call)
    if (cut) begun.set(thread, cut[1] ?? '')
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(call)
    return cut ? [] : [resumed ? (begun.get(thread) ?? '') + resumed[1] : call]
  })
  const begin = calls.findIndex((call) => call.includes(`/mark/begin/${name}`))
  const end = calls.findIndex((call) => call.includes(`/mark/end/${name}`))
  return calls.slice(begin + 1, end)
}

/** The steps that change the reader's files. What is derived or local (`.lectern/`) may be written as it likes. */
function stepsOf(calls: readonly string[], root: string): string[] {
  const steps: string[] = []
  const opened = new Set<string>()
  for (const call of calls.filter((line) => line.includes(root) && !line.includes(`${root}/.lectern/`))) {
    const step = stepOf(call)
    if (step === null) continue
    const path = pathOf(call)
    if (step.startsWith('open')) opened.add(path)
    // A file that is read before it is written shows as a close without such an opening.
    else if (step.startsWith('close') && !opened.delete(path)) continue
    // Large files take several writes.
    if (step !== steps.at(-1) || !step.startsWith('write')) steps.push(step)
  }
  return steps
}

function stepOf(call: string): string | null {
  const name = /^\w+/.exec(call)?.[0] ?? ''
  const path = pathOf(call)
  const what = path.endsWith('.tmp') ? 'temporary' : /\.\w+$/.test(path) ? 'file' : 'folder'
  if (name === 'openat' || name === 'open') return openingOf(call, what)
  if (name === 'rename') return `rename ${what} ${/\.json"\)/.test(call) ? 'file' : 'folder'}`
  if (['write', 'pwrite64', 'fsync', 'fdatasync', 'close'].includes(name)) return `${name} ${what}`
  const isReading = [
    'read',
    'pread64',
    'fstat',
    'stat',
    'lstat',
    'statx',
    'newfstatat',
    'access',
    'faccessat',
    'faccessat2',
    'readlink',
    'getdents64',
    'lseek',
    'fcntl',
    'ioctl',
    'statfs',
    'epoll_ctl',
    'inotify_add_watch',
  ].includes(name)
  return isReading ? null : `${name} ${what}`
}

/** A file that is only read is left out; a folder is opened for reading in order to be synced. */
function openingOf(call: string, what: string): string | null {
  if (!/O_WRONLY|O_RDWR|O_CREAT/.test(call))
    return what === 'folder' && !call.includes('O_DIRECTORY') ? 'open folder' : null
  const isExclusive = call.includes('O_CREAT') && call.includes('O_EXCL')
  return `open ${what} ${isExclusive ? 'O_CREAT|O_EXCL' : 'over what is there'}`
}

/** What the call is on: the file behind its first argument (`12</path>`, but not the folder that paths start from), or its first path. */
function pathOf(call: string): string {
  return /^\w+\(\d+<([^>]*)>/.exec(call)?.[1] ?? /"([^"]*)"/.exec(call)?.[1] ?? ''
}
