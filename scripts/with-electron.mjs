// node scripts/with-electron.mjs PROGRAM ARGS…: runs a program of node_modules/.bin that starts Electron itself.
import { runWithElectron } from './machine.mjs'
import { run } from './say.mjs'

const [program, ...args] = process.argv.slice(2)
await run(() => runWithElectron(program, args))
