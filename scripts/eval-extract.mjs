// npm run eval:extract: how well the articles of real pages are found, and their titles, authors and dates, beside other engines
// (tests/eval/extract); the pages lie beside the project in ../shared where it is developed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './build.mjs'
import { run } from './say.mjs'

await run(async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'lectern-eval-extract-'))
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: join(root, 'tests/eval/extract/extract.ts'),
        outDir,
        emptyOutDir: true,
        target: 'node20',
        rollupOptions: { output: { format: 'es', entryFileNames: '[name].js' } },
      },
    })
    const child = spawn(process.execPath, [join(outDir, 'extract.js'), ...process.argv.slice(2)], {
      stdio: 'inherit',
      cwd: root,
    })
    const [code] = await once(child, 'exit')
    return code ?? 1
  } finally {
    rmSync(outDir, { recursive: true, force: true })
  }
})
