import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '../../src/errors.ts'
import type { Picture } from '../../src/importers/entry.ts'
import type { PictureName } from '../../src/model/content.ts'
import { currentFormat } from '../../src/model/format.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { PicturesFile } from '../../src/model/pictures-file.ts'
import { ignoreMissing, makeFolder, writeDurably } from './files/durable.ts'
import { DamagedFile, JsonFile, NewerFile } from './files/json-file.ts'
import { picturesFile, picturesFileName } from './files/layout.ts'
import { fileError, Keeper } from './keeper.ts'
import type { Library } from './library.ts'
import type { Shelf } from './shelf.ts'

/** Names of kept pictures, by the addresses they were loaded from. */
export type KeptPictures = Record<string, PictureName>

/** The pictures that are kept: once each, by the hash of their bytes, whatever articles show them. */
export class Pictures {
  constructor(private readonly library: Library) {}

  /** Writes pictures that are not there yet. Throws the system's error. */
  async keep(pictures: readonly Picture[]): Promise<void> {
    const { pictures: folder, root } = this.library.layout
    if (pictures.length > 0) await makeFolder(folder, root)
    for (const { name, bytes } of pictures) {
      const path = join(folder, name)
      const isThere = await access(path).then(
        () => true,
        () => false,
      )
      if (!isThere) await writeDurably(path, bytes)
    }
  }

  /** The pictures that were loaded for an article, on all devices. A list that can't be read counts as none: they can be loaded again. */
  async of({ folder }: Shelf): Promise<KeptPictures> {
    const names = (await readdir(folder).catch(ignoreMissing)) ?? []
    const lists = names
      .filter((name) => picturesFileName.test(name))
      .map(async (name) => {
        const file = await new JsonFile(join(folder, name), 'pictures', PicturesFile)
          .read()
          .catch((error: unknown) => {
            if (error instanceof DamagedFile || error instanceof NewerFile) return null
            throw error
          })
        return file?.pictures ?? {}
      })
    return Object.assign({}, ...(await Promise.all(lists))) as KeptPictures
  }

  /** Keeps pictures that were loaded for an article, by their addresses; answers all that it has now. */
  async add(shelf: Shelf, loaded: ReadonlyMap<string, Picture>): Promise<Result<KeptPictures>> {
    const { device, publish } = this.library.options
    try {
      await this.keep([...loaded.values()])
      const list = await this.list(shelf)
      const entries = [...loaded].map(([url, { name }]) => [url, name] as const)
      const written = await list.change((file) => ({
        ...file,
        pictures: { ...file.pictures, ...Object.fromEntries(entries) },
      }))
      if (!written.ok) return written
      const pictures = await this.of(shelf)
      publish({ kind: 'pictures-kept', id: shelf.id, pictures })
      return ok(pictures)
    } catch (error) {
      return { ok: false, error: fileError(join(shelf.folder, picturesFile(device)), error) }
    }
  }

  /** This device's own list; one that was damaged is set aside and begun anew. */
  private async list({ folder, id }: Shelf): Promise<Keeper<PicturesFile>> {
    const { device } = this.library.options
    const file = new JsonFile(join(folder, picturesFile(device)), 'pictures', PicturesFile)
    const initial = noPictures(id, this.library)
    return Keeper.open(file, initial).catch(async (error: unknown) => {
      if (!(error instanceof DamagedFile)) throw error
      await this.library.parts.rescue.damagedSince(error)
      return Keeper.open(file, initial)
    })
  }
}

function noPictures(articleId: ArticleId, { options }: Library): PicturesFile {
  return { format: currentFormat, articleId, device: options.device, pictures: {} }
}
