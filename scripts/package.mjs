// npm run package [-- TARGETS]: the application in dist/; without targets the unpacked one for this machine.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { ensureBuilt, root } from './build.mjs'
import { electronRuntime } from './electron-runtime.mjs'
import { Refusal, run, say } from './say.mjs'

await run(async () => {
  await ensureBuilt()
  const runtime = await electronRuntime()
  const targets = process.argv.slice(2)
  if (targets.length === 0)
    say('packaging the unpacked application (others: npm run package -- --linux AppImage deb)')

  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const args = [
    ...(targets.length > 0 ? targets : ['--dir']),
    '--publish',
    'never',
    ...givenElectron(runtime, targets),
  ]
  const { status } = spawnSync(process.execPath, [cli, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Refusal('electron-builder failed')
})

/** electron-builder fetches the official build of any system by itself; any other is handed to it as it lies there. */
function givenElectron(runtime, targets) {
  if (runtime.isOfficial) return []
  if (targets.some((target) => /^(-w|-m|--win|--mac)/.test(target))) {
    throw new Refusal('for another system the official Electron is needed, which cannot be had here')
  }
  return [`-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`]
}
