import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Refusal, run } from './say.mjs'

/** The project's folder, wherever a script is called from. */
export const root = fileURLToPath(new URL('..', import.meta.url))

const sources = [
  'src',
  'main',
  'renderer',
  'assets',
  'electron.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
]
const stampFile = join(root, 'out/.sources')
const lock = join(root, 'node_modules/.lectern-build')

/**
 * Builds the app into out/ unless it is there already for just these sources. Silent but for a failure; of several at
 * once one builds and the others wait.
 */
export async function ensureBuilt() {
  if (isBuilt()) return
  const release = await takeLock()
  try {
    if (!isBuilt()) build()
  } finally {
    release()
  }
}

function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint()
}

function build() {
  const stamp = fingerprint()
  rmSync(join(root, 'out'), { recursive: true, force: true })
  const bin = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const args = [bin, 'build', '-c', 'electron.config.ts', '--logLevel', 'warn']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Refusal(`the build failed\n${stdout}${stderr}`.trimEnd())
  // Last: a build that was cut short leaves no stamp and is done again.
  writeFileSync(stampFile, stamp)
}

/** Changes with any source's name, size or time, and with a file that is gone. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((name) => filesOf(join(root, name)))) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesOf(path) {
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.sort()
}

/** Answers with how to give it back. The file holds its taker's process id, in case that one was killed. */
async function takeLock() {
  const mine = `${lock}-${process.pid}`
  if (!existsSync(dirname(lock))) throw new Refusal('node_modules is missing: run `npm ci` first')
  writeFileSync(mine, String(process.pid))
  try {
    // A second name for a file that is already written: of several takers one gets it, whole.
    while (!tryLink(mine)) {
      if (!isHeld()) rmSync(lock, { force: true })
      await sleep(pollMs)
    }
  } finally {
    rmSync(mine)
  }
  return () => rmSync(lock)
}

// A build takes about a second; waiting a tenth of that longer is not noticed.
const pollMs = 100

function tryLink(mine) {
  try {
    linkSync(mine, lock)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

function isHeld() {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0)
  } catch (error) {
    // ENOENT: just given back. ESRCH: its holder is gone. EPERM: somebody else's process, so it is alive.
    return error.code === 'EPERM'
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(ensureBuilt)
