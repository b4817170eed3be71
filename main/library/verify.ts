import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Output } from '../../src/contract.ts'
import { Article, type Version, VersionFile } from '../../src/model/article.ts'
import { Content } from '../../src/model/content.ts'
import { ArticleId } from '../../src/model/ids.ts'
import { type Finding, type Incident } from '../../src/model/incident.ts'
import { FeedsFile } from '../../src/model/feed.ts'
import { NotesFile } from '../../src/model/note.ts'
import { PicturesFile } from '../../src/model/pictures-file.ts'
import { errorCode, ignoreMissing, temporaryName } from './files/durable.ts'
import { DamagedFile, JsonFile, NewerFile } from './files/json-file.ts'
import {
  articleFile,
  feedsFileName,
  notesFileName,
  picturesFileName,
  removedFile,
  versionFileName,
} from './files/layout.ts'
import { readable } from './files/notes-files.ts'
import { Marker, namesIn } from './folder.ts'
import type { Library } from './library.ts'
import { openPage, type Page, placedNotes } from './page.ts'
import type { Reconciler } from './reconcile.ts'
import { onlyLooking } from './recovery.ts'
import { Settings } from '../../src/model/settings.ts'
import { Removed } from './trash.ts'
import { Shelf, summarize } from './shelf.ts'

type Report = Output<'library.verify'>

/**
 * Checks every file of the library: that it can be read as what it is, that texts and pictures are what they were, that
 * notes find their places, that the list says what the files say. `mend` restores what can be restored, as at any opening.
 */
export async function verify(
  library: Library,
  reconciler: Reconciler,
  mode: 'look' | 'mend',
): Promise<Report> {
  const check = new Check(library)
  await check.library()
  await check.feeds(mode)
  for (const id of await check.articleIds()) {
    const before = check.findings.length
    await check.article(id)
    if (mode === 'mend' && check.findings.length > before) await check.mend(before, () => library.reopen(id))
  }
  await check.pictures()
  await check.trash()
  await check.snapshots()
  await check.index(mode, reconciler)
  return { articles: check.articles, files: check.files, findings: check.findings }
}

class Check {
  readonly findings: Finding[] = []
  articles = 0
  files = 0

  constructor(private readonly of: Library) {}

  /** The library's own files. */
  async library(): Promise<void> {
    const { layout } = this.of
    this.files += 2
    await this.read(() => new JsonFile(layout.marker, 'library', Marker).read())
    await this.read(() => this.of.settings.file.check())
    for (const incident of this.of.parts.incidents.all) this.report(incident)
  }

  /** All devices' feeds. */
  async feeds(mode: 'look' | 'mend'): Promise<void> {
    const { layout, options, parts } = this.of
    for (const name of (await namesIn(layout.root)).filter((each) => feedsFileName.test(each))) {
      this.files += 1
      const path = join(layout.root, name)
      const before = this.findings.length
      const damaged = await this.read(() => new JsonFile(path, 'feeds', FeedsFile).check())
      if (damaged === null || mode === 'look') continue
      const isOwn = path === layout.feeds(options.device)
      await this.mend(before, () =>
        isOwn ? parts.rescue.ownFeeds(damaged) : parts.rescue.otherFeeds(damaged),
      )
    }
  }

  async articleIds(): Promise<ArticleId[]> {
    const names = await namesIn(this.of.layout.articles)
    return names.flatMap((name) => ArticleId.safeParse(name).data ?? []).sort()
  }

  async article(id: ArticleId): Promise<void> {
    const { options, layout } = this.of
    const before = this.findings.length
    this.articles += 1
    const folder = layout.folder(id)
    const rescue = onlyLooking(options.reread, (error) => this.found(error.path, saying(error)))
    try {
      const names = await namesIn(folder)
      this.files += names.length
      this.leftOvers(folder, names)
      const shelf = await Shelf.open({ folder, id, device: options.device }, rescue)
      for (const name of names) if (notesFileName.test(name)) await this.notes(join(folder, name))
      for (const version of shelf.article.versions) {
        await this.source(folder, version)
        this.spans(join(folder, version.content), await shelf.readContent(version))
      }
      this.places(await openPage(shelf))
      if (this.findings.length === before) this.listed(shelf)
    } catch (error) {
      const isSaid = error instanceof DamagedFile || error instanceof NewerFile
      if (!isSaid && errorCode(error) === undefined) throw error
      if (error instanceof NewerFile) this.found(error.path, saying(error))
      else if (!isSaid) this.found(folder, `it can't be read (${errorCode(error)})`)
    }
  }

  /** Restores what can be restored, and says what became of each finding from one on. */
  async mend(from: number, restore: () => Promise<unknown>): Promise<void> {
    const { incidents } = this.of.parts
    const known = new Set(incidents.all.map((incident) => incident.id))
    await restore()
    const happened = incidents.all.filter((incident) => !known.has(incident.id))
    for (const [index, finding] of this.findings.entries()) {
      if (index < from || finding.isHarmless) continue
      const incident = happened.find(({ path }) => path === finding.path)
      if (incident !== undefined) this.findings[index] = { ...finding, mended: mending(incident) }
    }
  }

  async pictures(): Promise<void> {
    for (const name of await namesIn(this.of.layout.pictures)) {
      const path = join(this.of.layout.pictures, name)
      this.files += 1
      if (sha256(await readFile(path)) !== name.split('.')[0])
        this.found(path, 'the picture is not what it was')
    }
  }

  /** Removed articles: nobody would know of their damage before they are wanted back. */
  async trash(): Promise<void> {
    for (const path of await filesBelow(this.of.layout.trash)) {
      const problem = await this.problemOf(path)
      if (problem !== null) this.found(path, problem)
      else if (basename(path) === articleFile) await this.sources(dirname(path))
    }
  }

  private async sources(folder: string): Promise<void> {
    const article = await new JsonFile(join(folder, articleFile), 'article', Article).read()
    const versions = [...(article?.versions ?? [])]
    for (const name of await namesIn(folder)) {
      if (!versionFileName.test(name)) continue
      const edition = await readable(new JsonFile(join(folder, name), 'version', VersionFile))
      if (edition !== null) versions.push(edition.version)
    }
    for (const version of versions) await this.source(folder, version)
  }

  /** Earlier states: each is one of several, and what they are copies of was looked at. */
  async snapshots(): Promise<void> {
    for (const path of await filesBelow(this.of.layout.snapshots)) {
      const problem = await this.problemOf(path)
      if (problem !== null) this.harmless(path, `${problem}: an earlier state that can't be brought back`)
    }
  }

  private async problemOf(path: string): Promise<string | null> {
    this.files += 1
    try {
      await jsonFileAt(path)?.check()
      return null
    } catch (error) {
      if (error instanceof DamagedFile || error instanceof NewerFile) return saying(error)
      throw error
    }
  }

  /** The index as a database, and whether it has rows of articles that are gone. */
  async index(mode: 'look' | 'mend', reconciler: Reconciler): Promise<void> {
    const { index } = this.of.parts
    const problem = index.check()
    if (problem !== null) this.harmless(this.of.layout.index, `${problem}: it is made anew at the next start`)
    if (mode === 'mend') await reconciler.whole()
  }

  /** Of another device, too, and though it may be in the middle of being written. */
  private async notes(path: string): Promise<void> {
    await this.read(() => new JsonFile(path, 'notes', NotesFile).check())
  }

  private async source(folder: string, version: Version): Promise<void> {
    const path = join(folder, version.file)
    await this.read(async () => {
      const bytes = await readFile(path).catch((error: unknown) => {
        ignoreMissing(error)
        throw new DamagedFile(path, 'it is missing; the text itself is there')
      })
      if (sha256(bytes) !== version.sha256)
        throw new DamagedFile(path, 'it is not what came in; the text itself is there')
    })
  }

  private spans(path: string, { text, blocks, marks }: Content): void {
    const isOutside = [...blocks, ...marks].some(({ span }) => span.end > text.length)
    if (isOutside) this.found(path, 'it points outside of its text')
  }

  private places(page: Page): void {
    const lost = placedNotes(page).filter(({ anchor }) => anchor?.kind === 'lost').length
    if (lost > 0)
      this.harmless(
        page.shelf.folder,
        `${lost} ${lost === 1 ? 'note needs' : 'notes need'} a place in the text`,
      )
  }

  private listed(shelf: Shelf): void {
    const row = this.of.parts.index.get(shelf.id)
    if (row === null || JSON.stringify(row.summary) === JSON.stringify(summarize(shelf))) return
    this.harmless(this.of.layout.index, `the list has ${shelf.id} otherwise than its files; it follows them`)
  }

  private leftOvers(folder: string, names: readonly string[]): void {
    for (const name of names)
      if (temporaryName.test(name)) this.harmless(join(folder, name), 'a crash left it; it is swept away')
  }

  /** Answers what is damaged; null where nothing is, or nothing that could be mended. */
  private async read(task: () => Promise<unknown>): Promise<DamagedFile | null> {
    try {
      await task()
      return null
    } catch (error) {
      if (!(error instanceof DamagedFile || error instanceof NewerFile)) throw error
      this.found(error.path, saying(error))
      return error instanceof DamagedFile ? error : null
    }
  }

  /** What was met at the opening has been mended then. */
  private report(incident: Incident): void {
    if (incident.kind === 'restored' || incident.kind === 'set-aside')
      this.findings.push({
        path: incident.path,
        problem: 'it was damaged or missing',
        isHarmless: incident.kind === 'restored',
        mended: mending(incident),
      })
    else if (incident.kind === 'many-gone')
      this.found(this.of.layout.articles, `${incident.count} of ${incident.total} articles are gone`)
  }

  private found(path: string, problem: string): void {
    this.push({ path, problem, isHarmless: false })
  }

  private harmless(path: string, problem: string): void {
    this.push({ path, problem, isHarmless: true })
  }

  private push({ path, ...what }: Omit<Finding, 'mended'>): void {
    const finding = { path: this.of.layout.relative(path), ...what, mended: null }
    const isSaid = this.findings.some(
      (said) => said.path === finding.path && said.problem === finding.problem,
    )
    if (!isSaid) this.findings.push(finding)
  }
}

function saying(error: DamagedFile | NewerFile): string {
  return error instanceof NewerFile ? `a newer Lectern wrote it (format ${error.format})` : error.message
}

/** What was done, in short; null where nothing could be. */
function mending(incident: Incident): string | null {
  switch (incident.kind) {
    case 'restored':
      return `restored (${incident.from}${incident.takenAt === null ? '' : ` of ${incident.takenAt}`})`
    case 'set-aside':
      return `set aside as ${incident.kept}`
    case 'taken-back':
      return 'taken back from the trash'
    case 'unreadable':
    case 'newer':
    case 'many-gone':
    case 'index-rebuilt':
      return null
  }
}

/** A copy or a removed file by what its name says it is; null for what is no JSON of ours. */
function jsonFileAt(path: string): Pick<JsonFile<unknown>, 'check'> | null {
  const name = basename(path)
  if (name === articleFile) return new JsonFile(path, 'article', Article)
  if (name === removedFile) return new JsonFile(path, 'local', Removed)
  if (versionFileName.test(name)) return new JsonFile(path, 'version', VersionFile)
  if (/^content-\d+(\..+)?\.json$/.test(name)) return new JsonFile(path, 'content', Content)
  if (notesFileName.test(name)) return new JsonFile(path, 'notes', NotesFile)
  if (picturesFileName.test(name)) return new JsonFile(path, 'pictures', PicturesFile)
  if (feedsFileName.test(name)) return new JsonFile(path, 'feeds', FeedsFile)
  return /^settings\..+\.json$/.test(name) ? new JsonFile(path, 'settings', Settings) : null
}

/** The files in the folders of a folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const folders = await namesIn(folder)
  const files = await Promise.all(
    folders.map(async (name) => (await namesIn(join(folder, name))).map((file) => join(folder, name, file))),
  )
  return files.flat()
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
