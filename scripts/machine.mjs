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
    return await ended(spawn(command, args, { stdio: 'inherit', env, detached: process.platform !== 'win32' }))
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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (performance.now() - toldAt < echoMs) return
      toldAt = performance.now()
      child.kill(signal)
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}

// The terminal's and npm's word of the same Ctrl+C are milliseconds apart; a person who means it again is slower.
const echoMs = 500
