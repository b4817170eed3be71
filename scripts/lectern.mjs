#!/usr/bin/env node
// The command line in plain Node. Standard input, output and error and the exit code are the command's own.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, root } from './build.mjs'
import { run } from './say.mjs'

await run(async () => {
  await ensureBuilt()
  // `npm run lectern` moves to the project's folder first; paths are meant from where the person called it.
  if (process.env.npm_lifecycle_event === 'lectern' && process.env.INIT_CWD)
    process.chdir(process.env.INIT_CWD)
  const entry = join(root, 'out/main/lectern.js')
  process.argv[1] = entry
  await import(pathToFileURL(entry).href)
})
