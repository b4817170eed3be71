import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fail, ok, type Result } from '../src/errors.ts'
import { currentFormat, Format } from '../src/model/format.ts'
import { DeviceId, idFromBytes } from '../src/model/ids.ts'
import { ChangedFile, DamagedFile, JsonFile } from './library/files/json-file.ts'
import { fileError } from './library/keeper.ts'
import { configFolder } from './paths.ts'

/** `device.json` in the configuration folder. It is not in the library, which several machines may share. */
const DeviceFile = z.object({ format: Format, id: DeviceId })

/**
 * This machine's id, made at the first call. A damaged file gets a new id: the notes written under the old one are
 * read as another device's, so nothing is lost by it.
 */
export async function thisDevice(): Promise<Result<DeviceId>> {
  try {
    return ok(await readOrMake())
  } catch (error) {
    return fail(fileError(configFolder(), error))
  }
}

async function readOrMake(): Promise<DeviceId> {
  const file = new JsonFile(join(configFolder(), 'device.json'), 'local', DeviceFile)
  const known = await file.read().catch((error: unknown) => {
    if (error instanceof DamagedFile) return null
    throw error
  })
  if (known !== null) return known.id
  const id = DeviceId.parse(idFromBytes(randomBytes(12)))
  await mkdir(configFolder(), { recursive: true })
  return file.write({ format: currentFormat, id }).then(
    () => id,
    (error: unknown) => {
      if (error instanceof ChangedFile) return readOrMake() // another first start was quicker
      throw error
    },
  )
}
