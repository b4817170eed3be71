import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { root } from './build.mjs'

/** Bundles an evaluation of tests/eval, runs it in plain Node with the words of the command line, and answers its exit code. */
export async function evaluate(entry) {
  const outDir = mkdtempSync(join(tmpdir(), 'lectern-eval-'))
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: join(root, entry),
        outDir,
        emptyOutDir: true,
        target: 'node20',
        rollupOptions: { output: { format: 'es', entryFileNames: '[name].js' } },
      },
    })
    const program = join(outDir, basename(entry).replace(/\.ts$/, '.js'))
    const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
      stdio: 'inherit',
      cwd: root,
    })
    const [code] = await once(child, 'exit')
    return code ?? 1
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
}
