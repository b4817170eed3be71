import { access } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join, relative, sep } from 'node:path'
import type { ArticleId, DeviceId } from '../../../src/model/ids.ts'

/** Where everything lies in a library folder; the README's section on the file format says the same to people. */
export class Layout {
  constructor(readonly root: string) {}

  /** Says that this folder is a library. */
  get marker(): string {
    return join(this.root, 'lectern.json')
  }
  /** Whether anybody ever made this folder a library. */
  async isLibrary(): Promise<boolean> {
    return access(this.marker).then(
      () => true,
      () => false,
    )
  }
  get articles(): string {
    return join(this.root, 'articles')
  }
  get pictures(): string {
    return join(this.root, 'pictures')
  }
  /** Damaged files, as they were found: `damaged/<time>/<their path>`. */
  get damaged(): string {
    return join(this.root, 'damaged')
  }
  get snapshots(): string {
    return join(this.root, 'snapshots')
  }
  /** Collections that this machine is taking in. */
  get intakes(): string {
    return join(this.local, `intakes.${machine()}`)
  }
  get trash(): string {
    return join(this.root, 'trash')
  }
  /** Derived or local; may be deleted while no Lectern runs. */
  get local(): string {
    return join(this.root, '.lectern')
  }
  /** One a machine: several may share the folder through a synchroniser, and each writes only files of its own. */
  get lock(): string {
    return join(this.local, `lock.${machine()}.json`)
  }
  get index(): string {
    return join(this.local, 'index.db')
  }
  get incidents(): string {
    return join(this.local, 'what-happened.json')
  }
  /** What is being typed and not yet saved. */
  get typing(): string {
    return join(this.local, 'typing.json')
  }
  get firstPage(): string {
    return join(this.local, 'first-page.json')
  }
  settings(device: DeviceId): string {
    return join(this.root, `settings.${device}.json`)
  }
  /** What this device's reader follows. */
  feeds(device: DeviceId): string {
    return join(this.root, `feeds.${device}.json`)
  }
  /** What feeds answered last. */
  get feedCache(): string {
    return join(this.local, 'feeds')
  }
  folder(id: ArticleId): string {
    return join(this.articles, id)
  }
  trashed(id: ArticleId): string {
    return join(this.trash, id)
  }
  /** A path as people and incidents name it: inside the library, with `/` between its parts. */
  relative(path: string): string {
    return relative(this.root, path).split(sep).join('/')
  }
  /** A folder in the making; it becomes the article's by being renamed when it is complete. */
  adding(id: ArticleId): string {
    return join(this.articles, `${addingPrefix}${id}`)
  }
}

/** This machine's name, as far as it may stand in a file's. */
function machine(): string {
  return hostname().replace(/[^\w.-]/g, '-')
}

export const addingPrefix = '.adding-'

/** Names of the files in an article's folder. */
export const articleFile = 'article.json'

/** Names of an edition's files. Those that came in later carry the device that added them, so that no two write the same. */
export type EditionFiles = { content: string; source: string }

/** The files of the edition that an article begins with. */
export function firstFiles(extension: string): EditionFiles {
  return { content: 'content-1.json', source: `source-1.${extension}` }
}

/** The files of one that came in later, `version` among them: what makes the others an edition. */
export function laterFiles(
  number: number,
  device: DeviceId,
  extension: string,
): EditionFiles & { version: string } {
  const rest = `${number}.${device}`
  return {
    content: `content-${rest}.json`,
    source: `source-${rest}.${extension}`,
    version: `version-${rest}.json`,
  }
}

export function notesFile(device: DeviceId): string {
  return `notes.${device}.json`
}

export function picturesFile(device: DeviceId): string {
  return `pictures.${device}.json`
}

/** Any device's list of the pictures it loaded for an article. */
export const picturesFileName = /^pictures\.[0-9a-z]{12}\.json$/

/** Beside a removed article's files: when it was removed. */
export const removedFile = 'removed.json'

/** Any device's notes file, a synchroniser's conflict copy included. */
export const notesFileName = /^notes\..+\.json$/

/** Any device's list of feeds, a synchroniser's conflict copy included. */
export const feedsFileName = /^feeds\..+\.json$/

/** A later edition's file; a synchroniser's conflict copy says the same as what it is a copy of, and is none. */
export const versionFileName = /^version-(\d{1,6})\.([0-9a-z]{12})\.json$/

/** What else may change in an article's folder after it was added. */
export function mayChange(name: string): boolean {
  return name === articleFile || notesFileName.test(name) || versionFileName.test(name)
}
