// npm start [-- FILE…]: the app in a window, built and with all it needs; ends with the app's exit code.
import { createRequire } from 'node:module'
import { ensureBuilt, root } from './build.mjs'
import { runWithElectron } from './machine.mjs'
import { run } from './say.mjs'

await run(async () => {
  await ensureBuilt()
  // npm has moved to the project's folder; the files are named from where the person is.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  // Chromium refuses to run its sandbox as root; for anyone else it stays on.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const electron = createRequire(import.meta.url).resolve('electron/cli.js')
  return runWithElectron(process.execPath, [electron, ...sandbox, root, ...process.argv.slice(2)])
})
