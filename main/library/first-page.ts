import { z } from 'zod'
import { ArticleSummary } from '../../src/contract.ts'
import { currentFormat, Format } from '../../src/model/format.ts'
import { Settings } from '../../src/model/settings.ts'
import { DamagedFile, JsonFile, NewerFile } from './files/json-file.ts'
import { Layout } from './files/layout.ts'
import type { Library } from './library.ts'

/** `.lectern/first-page.json`: what the list looked like last, painted while the library itself is still being opened. */
export const FirstPage = z.object({
  format: Format,
  rows: z.array(ArticleSummary),
  total: z.int(),
  settings: Settings,
})
export type FirstPage = z.infer<typeof FirstPage>

/** More rows than fit on a screen, and few enough to be read in a millisecond. */
const rowsKept = 30
/** It is derived: a change may wait for those that come with it. */
const pauseMs = 1000

/** The page as it was kept; null where there is none, or none that can be used. */
export async function readFirstPage(root: string): Promise<FirstPage | null> {
  return fileIn(root)
    .read()
    .catch((error: unknown) => {
      if (error instanceof DamagedFile || error instanceof NewerFile) return null // it is made anew
      throw error
    })
}

/** Keeps the first page of a library as it changes. */
export class FirstPageWriter {
  private timer: NodeJS.Timeout | null = null

  constructor(private readonly library: Library) {
    this.changed()
  }

  changed(): void {
    this.timer ??= setTimeout(() => void this.write(), pauseMs)
  }

  /** Writes what is not written yet. */
  async close(): Promise<void> {
    if (this.timer !== null) await this.write()
  }

  private async write(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    const { index } = this.library.parts
    const settings = this.library.settings.value
    const all = { filter: 'all', query: '' } as const
    const { rows } = index.page({ ...all, sort: settings.sort, after: null, skip: 0, limit: rowsKept })
    const page: FirstPage = {
      format: currentFormat,
      rows,
      total: index.count(all.filter, all.query),
      settings,
    }
    await fileIn(this.library.options.root)
      .write(page)
      .catch((error: unknown) => console.error('first-page.json:', error)) // the next start is a little slower
  }
}

function fileIn(root: string): JsonFile<FirstPage> {
  return new JsonFile(new Layout(root).firstPage, 'local', FirstPage)
}
