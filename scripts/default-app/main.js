// What the official build runs for `electron [-r MODULE] FOLDER`: the registry's runtime comes without it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { modules, folder } = readArguments(process.argv.slice(1))
if (folder === undefined) {
  console.error('Usage: electron [-r MODULE] FOLDER')
  process.exit(2)
}

const appPath = resolve(folder)
const about = JSON.parse(readFileSync(resolve(appPath, 'package.json'), 'utf8'))
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
app.setName(about.productName ?? about.name)
app.setVersion(about.version)
app.setAppPath(appPath)

// Playwright passes its loader with -r; without it no window ever appears.
const require = createRequire(import.meta.url)
for (const module of modules) require(resolve(module))

// Awaited at the top level: Electron holds `ready` back until this module has loaded, so the app's main still comes
// before it and may register its privileged schemes.
await import(pathToFileURL(resolve(appPath, about.main)).href)

/** Chromium's own switches may stand anywhere before the folder; all after it belongs to the app. */
function readArguments(args) {
  const modules = []
  for (let at = 0; at < args.length; at += 1) {
    if (args[at] === '-r' || args[at] === '--require') modules.push(args[(at += 1)])
    else if (!args[at].startsWith('-')) return { modules, folder: args[at] }
  }
  return { modules, folder: undefined }
}
