import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { openDisplay } from './display.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'

/**
 * Runs a program that starts Electron on a machine that is ready for it: runtime, system libraries, display.
 * Answers with the program's exit code, or 128 + the signal's number where one ended it, as a shell does.
 */
export async function runWithElectron(command, args) {
  const runtime = await electronRuntime()
  ensureSystemLibraries(runtime.folder)
  const display = await openDisplay()
  try {
    const env = { ...process.env, ...display.env, ELECTRON_OVERRIDE_DIST_PATH: runtime.folder }
    const isWindows = process.platform === 'win32'
    // Windows runs the .cmd files of node_modules/.bin only through a shell, and knows no process groups.
    return await ended(
      spawn(command, args, { stdio: 'inherit', env, shell: isWindows, detached: !isWindows }),
    )
  } finally {
    display.close()
  }
}

/**
 * The child has a process group of its own, so that it hears of Ctrl+C once and from us: the terminal tells everyone in
 * a group, npm tells us again, and Chromium takes the second time for the order to die without saving.
 */
async function ended(child) {
  let toldAt = -Infinity
  function tell(signal) {
    if (performance.now() - toldAt < echoMs) return
    toldAt = performance.now()
    child.kill(signal)
  }
  process.on('SIGINT', () => tell('SIGINT'))
  process.on('SIGTERM', () => tell('SIGTERM'))
  // A closed terminal. Electron's launcher hands on only the two above.
  process.on('SIGHUP', () => tell('SIGTERM'))
  // A signal to npm alone ends it and its shell, and never comes here: then only our parent's process id changes.
  const parent = process.ppid
  const watch = setInterval(() => process.ppid === parent || tell('SIGTERM'), orphanPollMs)

  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  }).finally(() => clearInterval(watch))
}

// The terminal's and npm's word of the same Ctrl+C are milliseconds apart; a person who means it again is slower.
const echoMs = 500
// A window that outlives its command by a second is no harm.
const orphanPollMs = 1000
