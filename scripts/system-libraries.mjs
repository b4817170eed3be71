import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay } from './display.mjs'
import { Refusal, say } from './say.mjs'

// What Electron links and a bare Debian lacks; all else comes as their dependencies. From Debian 13 and Ubuntu 24.04 on
// two of them have another name (64-bit time), so each is a list to choose from.
const libraryPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libasound2t64', 'libasound2'],
  ['libnss3'],
  ['libgbm1'],
]
const displayPackages = [['xvfb']]

/**
 * Sees to it that what Electron needs from a Linux system is there: installs it where apt-get may be used without
 * asking (as root), otherwise refuses with the command to run. Elsewhere than on Linux there is nothing to do.
 */
export function ensureSystemLibraries(runtimeFolder) {
  if (process.platform !== 'linux') return
  const lacking = whatIsLacking(runtimeFolder)
  if (lacking.names.length === 0) return

  const names = brief(lacking.names)
  if (!isFound('apt-get'))
    throw new Refusal(`missing: ${names}. Install them with this system's package manager`)
  const isRoot = process.getuid() === 0
  if (isRoot) aptGet(['update', '-qq'])
  const packages = lacking.packages.map(knownName)
  if (!isRoot)
    throw new Refusal(`missing: ${names}. Install with:\n  sudo apt-get install ${packages.join(' ')}`)
  say(`installing ${packages.join(', ')} (missing: ${names})`)
  aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages])

  const still = whatIsLacking(runtimeFolder).names
  if (still.length > 0) throw new Refusal(`still missing after the installation: ${brief(still)}`)
}

// What tests/fault breaks things with, by the program that is looked for.
const faultTools = [
  ['strace', ['strace']],
  ['mkfs.ext4', ['e2fsprogs']],
  ['mkfs.xfs', ['xfsprogs']],
  ['gcc', ['gcc', 'libc6-dev']],
]

/**
 * Installs what tests/fault breaks things with where that may be done without asking, elsewhere names it: what is missing
 * is skipped there, and said.
 */
export function ensureFaultTools() {
  if (process.platform !== 'linux') return
  const lacking = faultTools.filter(([program]) => !isFound(program))
  if (lacking.length === 0) return
  const packages = lacking.flatMap(([, names]) => names).join(' ')
  if (process.getuid() !== 0 || !isFound('apt-get'))
    return say(`some faults can not be tried here. On Debian: sudo apt-get install ${packages}`)
  say(`installing ${packages}`)
  aptGet(['update', '-qq'])
  aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages.split(' ')])
}

/** A bare system lacks 27 of them: enough are named to know what it is about. */
function brief(names) {
  const rest = names.length - namedAtMost
  return rest > 1 ? `${names.slice(0, namedAtMost).join(', ')} and ${rest} more` : names.join(', ')
}

const namedAtMost = 4

function whatIsLacking(runtimeFolder) {
  const libraries = missingLibraries(join(runtimeFolder, 'electron'))
  const isDisplayLacking = !hasDisplay() && !isFound('Xvfb')
  return {
    names: [...(isDisplayLacking ? ['Xvfb'] : []), ...libraries],
    packages: [
      ...(libraries.length > 0 ? libraryPackages : []),
      ...(isDisplayLacking ? displayPackages : []),
    ],
  }
}

/** The names of the shared libraries that the loader does not find. */
function missingLibraries(executable) {
  const { stdout, status, stderr, error } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  if (error) throw new Refusal(`ldd does not run, so nobody knows what Electron lacks here: ${error.message}`)
  if (status !== 0) throw new Refusal(`${executable} is no program for this system: ${stderr.trim()}`)
  return [...stdout.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name)
}

function knownName(names) {
  return names.find((name) => spawnSync('apt-cache', ['show', name]).status === 0) ?? names.at(-1)
}

function aptGet(args) {
  // Another apt may be at work (a machine that has just started updates itself): it is waited for, 2 minutes at most.
  const command = ['-o', 'DPkg::Lock::Timeout=120', ...args]
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stdout, stderr } = spawnSync('apt-get', command, { encoding: 'utf8', env })
  if (status !== 0) throw new Refusal(`apt-get ${args.join(' ')} failed:\n${stdout}${stderr}`.trimEnd())
}

function isFound(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)))
}
