// npm run test:fault [-- --long] [--only KIND] [--report FILE]: what Lectern said is saved survives kills, power
// cuts, full disks and the rest (tests/fault). The programs under test are the app's own code, bundled for plain Node.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './build.mjs'
import { run } from './say.mjs'
import { ensureFaultTools } from './system-libraries.mjs'

await run(async () => {
  ensureFaultTools()
  const work = mkdtempSync(join(tmpdir(), 'lectern-fault-'))
  try {
    const programs = join(work, 'programs')
    await bundle(programs)
    // What stays outside the bundle is found there.
    symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'))
    cpSync(join(root, 'tests/fault/native'), join(programs, 'native'), { recursive: true })
    const child = spawn(process.execPath, [join(programs, 'fault.js'), work, ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    // It ends what it started and then itself.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
    const [code] = await once(child, 'exit')
    return code ?? 1
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
})

/** As electron.config.ts bundles the app's main side: all in one folder, where a file finds another by its name. */
async function bundle(outDir) {
  const tests = (name) => join(root, 'tests/fault', `${name}.ts`)
  const programs = ['writer', 'taker', 'plain-writer', 'lowdb-writer', 'saver', 'failing-calls']
  const input = {
    fault: tests('fault'),
    'one-kind': tests('one-kind'),
    'import-worker': join(root, 'main/import/worker.ts'),
    ...Object.fromEntries(programs.map((name) => [name, tests(`programs/${name}`)])),
  }
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['@photostructure/sqlite'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}
