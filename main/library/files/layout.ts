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
  get trash(): string {
    return join(this.root, 'trash')
  }
  /** Derived or local; may be deleted while no Lectern runs. */
  get local(): string {
    return join(this.root, '.lectern')
  }
  /** One a machine: several may share the folder through a synchroniser, and each writes only files of its own. */
  get lock(): string {
    return join(this.local, `lock.${hostname().replace(/[^\w.-]/g, '-')}.json`)
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

export const addingPrefix = '.adding-'

/** Names of the files in an article's folder. */
export const articleFile = 'article.json'

export function contentFile(version: number): string {
  return `content-${version}.json`
}

export function notesFile(device: DeviceId): string {
  return `notes.${device}.json`
}

export function sourceFile(version: number, extension: string): string {
  return `source-${version}.${extension}`
}

/** Beside a removed article's files: when it was removed. */
export const removedFile = 'removed.json'

/** Any device's notes file, a synchroniser's conflict copy included. */
export const notesFileName = /^notes\..+\.json$/
