import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toBytes } from '../../main/library/files/json-file.ts'
import { Layout, notesFile } from '../../main/library/files/layout.ts'
import { currentFormat } from '../../src/model/format.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { Chance } from './chance.ts'
import { bytesOf, madeDevice, makeArticle, type MadeArticle } from './made-article.ts'

const seed = 1

/** Libraries are kept under this name; another generator, or another file format, makes other bytes and another name. */
const generation = fingerprint()

/**
 * A library folder with so many made-up articles; the same bytes every time. It is made once (2 ms an article) and kept in the
 * system's folder for temporary files: not to be written to, nor opened.
 */
export function madeLibrary(articles: number): string {
  const folder = join(tmpdir(), `lectern-made-${generation}-${articles}`)
  if (existsSync(folder)) return folder
  const making = `${folder}.${process.pid}`
  const layout = new Layout(making)
  mkdirSync(layout.articles, { recursive: true })
  writeFileSync(layout.marker, toBytes({ format: currentFormat, id: new Chance(`${seed}`).id() }))
  writeFileSync(layout.settings(madeDevice), toBytes(defaultSettings))
  for (let number = 0; number < articles; number++) writeArticle(layout, makeArticle(seed, number))
  renameSync(making, folder)
  return folder
}

/**
 * Puts such a library into a folder that is not there yet. Its files are the kept ones under a second name, which takes
 * seconds where copying takes minutes: Lectern replaces files and never writes into them. Who does must not do it here.
 */
export function placeLibrary(articles: number, folder: string): void {
  link(madeLibrary(articles), folder)
}

/** The files of the articles of such a library, one article after the other, without a disk. */
export function* madeArticles(articles: number): Generator<MadeArticle> {
  for (let number = 0; number < articles; number++) yield makeArticle(seed, number)
}

function writeArticle(layout: Layout, made: MadeArticle): void {
  const folder = layout.folder(made.added.id)
  mkdirSync(folder)
  for (const [name, bytes] of filesIn(made)) writeFileSync(join(folder, name), bytes)
}

function filesIn(made: MadeArticle): Map<string, Uint8Array> {
  const files = bytesOf(made)
  return made.notes === null ? files : files.set(notesFile(madeDevice), toBytes(made.notes))
}

function link(from: string, to: string): void {
  mkdirSync(to)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) link(source, target)
    else linkSync(source, target)
  }
}

function fingerprint(): string {
  const hash = createHash('sha256').update(toBytes(defaultSettings))
  for (const made of madeArticles(20)) for (const bytes of filesIn(made).values()) hash.update(bytes)
  return hash.digest('hex').slice(0, 12)
}
