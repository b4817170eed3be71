import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** electron-builder's hook: takes out what only `electron FOLDER` needs and a folder given as electronDist brings along. */
export async function afterPack({ packager, appOutDir }) {
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
}
