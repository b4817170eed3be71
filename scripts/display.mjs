import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Refusal, say } from './say.mjs'

/** Whether there is a screen to draw on; only Linux has machines without. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * The environment variables that lead a program to a screen, and how to put that screen away again. Where there is
 * none, a virtual one is started (Xvfb), and said so; `LECTERN_VIRTUAL_DISPLAY` tells the program that there can be more of them.
 */
export async function openDisplay() {
  if (hasDisplay()) return { env: {}, close: () => {} }
  const { name, close } = await startVirtualDisplay()
  say(`no display here: running on a virtual one (Xvfb ${name})`)
  return { env: { DISPLAY: name, LECTERN_VIRTUAL_DISPLAY: '1' }, close }
}

/** One more screen (Xvfb): what it is called in `DISPLAY`, and how it is put away. */
export async function startVirtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // A process group of its own: Ctrl+C goes to the program first, and the screen goes after it.
    detached: true,
  })
  const name = `:${await displayNumber(server)}`
  return { name, close: () => server.kill() }
}

// Wider and higher than the main window's 1440 × 900, so that it is never made smaller to fit.
const screen = '1920x1200x24'

/** Xvfb chooses a free number and writes it to file descriptor 3 once it accepts connections. */
async function displayNumber(server) {
  const number = new Promise((resolve) => createInterface(server.stdio[3]).once('line', resolve))
  const failure = new Promise((_, reject) => {
    server.once('error', (error) => reject(new Refusal(`no virtual display: ${error.message}`)))
    server.once('exit', (code) => reject(new Refusal(`no virtual display: Xvfb ended with code ${code}`)))
  })
  return Promise.race([number, failure])
}
