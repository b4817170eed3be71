import type { ExportedFile, OpenArticle, Output, serviceMethods, TrashedNote } from '../src/contract.ts'
import { fail, ok, type Result } from '../src/errors.ts'
import type { Version } from '../src/model/article.ts'
import type { Content } from '../src/model/content.ts'
import type { ArticleId } from '../src/model/ids.ts'
import { compareContents } from '../src/versions/compare.ts'
import { noteMoves } from '../src/versions/note-moves.ts'
import type { Handlers } from './answer.ts'
import { writeExport } from './export-files.ts'
import type { ImportDesk } from './import/import-desk.ts'
import { feedHandlers } from './feed-handlers.ts'
import { importHandlers } from './intake/import-handlers.ts'
import type { Intakes } from './intake/intakes.ts'
import { Backups } from './library/backup/backups.ts'
import { Earlier } from './library/earlier.ts'
import { exportedFile } from './library/exported-file.ts'
import { suggestLinks } from './library/index/suggest-links.ts'
import type { Feeds } from './library/feeds/feeds.ts'
import { fileError } from './library/keeper.ts'
import type { Library } from './library/library.ts'
import type { Notes } from './library/notes.ts'
import { placeAll, placedNotes } from './library/page.ts'
import type { Pictures } from './library/pictures.ts'
import type { Reconciler } from './library/reconcile.ts'
import type { Shelf } from './library/shelf.ts'
import type { Typing } from './library/typing.ts'
import { verify } from './library/verify.ts'

/** What a session is made of. */
export type Parts = {
  library: Library
  notes: Notes
  typing: Typing
  pictures: Pictures
  reconciler: Reconciler
  desk: ImportDesk
  intakes: Intakes
  feeds: Feeds
  /** Resolves when the list may be asked for: the app shows what it has, a command waits until it is whole. */
  listed: () => Promise<void>
}

type Service = Handlers<typeof serviceMethods>

/** What is answered where the library is only looked at; all else would write. */
const looks = new Set<string>([
  'article.list',
  'article.open',
  'article.find',
  'article.compare',
  'article.beside',
  'note.candidates',
  'note.list',
  'note.tags',
  'note.find',
  'note.backlinks',
  'link.suggest',
  'export.write',
  'incident.list',
  'library.state',
  'library.verify',
  'settings.get',
  'snapshot.list',
  'snapshot.open',
  'trash.list',
  'import.hand',
  'import.read',
  'import.readFile',
  'import.load',
  'import.reread',
  'import.items',
  'import.discard',
  'intake.list',
  'intake.report',
  'feed.list',
  'feed.entries',
  'feed.export',
  'backup.write',
  'restore.read',
  'restore.discard',
] satisfies (keyof Service)[])

/** Whether a method may be answered where nothing can be written. */
export function isLooking(method: string): boolean {
  return looks.has(method)
}

/** An article in one of its versions. */
type VersionText = { shelf: Shelf; version: Version; content: Content }

/** The most of each kind that the trash shows. */
const mostTrashed = 1000

/** What the app's service process and the command line answer: every library method of the contract. */
export function libraryHandlers({ desk, intakes, feeds, listed, ...parts }: Parts): Service {
  const { library, notes, typing, pictures, reconciler } = parts
  const { index, incidents, trash } = library.parts
  const earlier = new Earlier(library, notes)
  const backups = new Backups(library, notes)

  return {
    'article.list': async ({ limit, ...wanted }) => {
      await listed()
      const { rows, next } = index.page({ ...wanted, limit })
      return ok({ rows, next, total: index.count(wanted.filter, wanted.query) })
    },
    'article.open': async ({ id, version }) => openArticle(id, version),
    'article.find': async ({ idPrefix }) => {
      await listed()
      const id = library.findByPrefix(idPrefix)
      return id.ok ? ok({ id: id.value }) : id
    },
    'article.edit': async ({ id, facts }) => library.edit(id, facts),
    'article.remove': async ({ id }) => library.remove(id),
    'article.restore': async ({ id }) => library.restore(id),
    'article.compare': async ({ id, from, to }) => {
      const [before, after] = [await readVersion(id, from), await readVersion(id, to)]
      if (!before.ok) return before
      if (!after.ok) return after
      const contents = [before.value.content, after.value.content] as const
      const changes = compareContents(...contents)
      const moves = noteMoves(...contents, before.value.shelf.merged.notes)
      return ok({ from: before.value.version, to: after.value.version, changes, notes: moves })
    },
    'article.beside': async ({ id }) => {
      await listed()
      return ok(index.beside(id))
    },
    'reading.save': async ({ id, reading }) => notes.saveReading(id, reading),

    'note.add': async ({ articleId, span, ...text }) => notes.add(articleId, span, text),
    'note.quote': async (input) => notes.quote(input),
    'note.edit': async ({ articleId, id, change }) => {
      const edited = await notes.edit(articleId, id, change)
      if (edited.ok && change.body !== undefined) await typing.saved(id, change.body)
      return edited
    },
    'notes.edit': async ({ articleId, changes }) => {
      const edited = await notes.editAll(articleId, changes)
      return edited.ok ? ok({ notes: edited.value }) : edited
    },
    'note.candidates': async ({ articleId, id }) => notes.candidates(articleId, id),
    'note.list': async (request) => {
      await listed()
      return ok(index.notePage(request))
    },
    'note.tags': async () => {
      await listed()
      return ok({ tags: index.noteTags() })
    },
    'note.find': async ({ idPrefix }) => {
      await listed()
      return findNote(idPrefix)
    },
    'note.backlinks': async ({ articleId }) => {
      await listed()
      return ok({ links: index.linking(articleId) })
    },
    'link.suggest': async ({ query }) => {
      await listed()
      return ok(suggestLinks(index, query))
    },
    'note.choose': async ({ articleId, id, body, otherBodies = [] }) =>
      notes.choose(articleId, id, [body, ...otherBodies]),
    'note.typing': async (typed) => {
      try {
        await typing.keep(typed)
        return ok({})
      } catch (error) {
        return fail(fileError(library.layout.typing, error))
      }
    },
    'note.remove': async ({ articleId, id }) => notes.remove(articleId, id),
    'note.restore': async ({ articleId, id }) => notes.restore(articleId, id),

    'trash.list': async () => {
      await listed()
      const found: TrashedNote[] = []
      for (const id of index.withRemovedNotes()) {
        const shelf = await library.shelf(id)
        if (!shelf.ok) continue // it stands among the incidents
        const { title } = shelf.value.article
        found.push(...shelf.value.merged.removed.map((note) => ({ note, title })))
      }
      found.sort((a, b) => (a.note.removedAt < b.note.removedAt ? 1 : -1))
      const articles = await trash.list()
      return ok({ articles: articles.slice(0, mostTrashed), notes: found.slice(0, mostTrashed) })
    },
    'snapshot.list': async ({ articleId }) => {
      const snapshots = await earlier.list(articleId)
      return snapshots.ok ? ok({ snapshots: snapshots.value }) : snapshots
    },
    'snapshot.open': async ({ articleId, name }) => {
      const placed = await earlier.open(articleId, name)
      return placed.ok ? ok({ notes: placed.value }) : placed
    },
    'snapshot.restore': async ({ articleId, name }) => {
      const placed = await earlier.restore(articleId, name)
      return placed.ok ? ok({ notes: placed.value }) : placed
    },

    'library.state': async () => ok(library.state),
    'incident.list': async () => ok({ incidents: [...incidents.all] }),
    'incident.dismiss': async ({ ids }) => {
      incidents.dismiss(ids)
      return ok({})
    },
    'incident.answer': async ({ id, isOnPurpose }) => {
      if (isOnPurpose) await reconciler.dropMissing()
      incidents.dismiss([id]) // where the articles are still missed at the next look, it asks again
      return ok({})
    },
    'library.verify': async ({ repair }) => ok(await verify(library, reconciler, repair ? 'mend' : 'look')),
    'backup.write': async ({ path }) => {
      await listed() // the names of the Markdown files depend on all articles
      return backups.write(path)
    },
    'restore.read': async ({ path }) => backups.read(path),
    'restore.apply': async ({ restoreId }) => backups.apply(restoreId),
    'restore.discard': async ({ restoreId }) => {
      backups.discard(restoreId)
      return ok({})
    },

    ...importHandlers({ into: { library, notes, pictures }, desk, intakes }),

    ...feedHandlers(feeds, library.options.clock),

    'export.write': async ({ folder, ids }) => {
      const files = await render(ids)
      if (!files.ok) return files
      const paths = await writeExport(folder, files.value)
      if (!paths.ok) return paths
      return ok({ files: files.value.map(({ id }, place) => ({ id, path: paths.value[place] ?? '' })) })
    },

    'settings.get': async () => ok(library.settings.value),
    'settings.save': async (change) => library.saveSettings(change),
  }

  async function openArticle(id: ArticleId, version?: number): Promise<Result<OpenArticle>> {
    const page = await notes.page(id)
    if (!page.ok) return page
    const { article, folder, merged } = page.value.shelf
    const kept = await pictures.of(page.value.shelf)
    const rest = { article, reading: merged.reading, path: folder, pictures: kept }
    if (version === undefined || version === page.value.version.number) {
      const { content } = page.value
      return ok({ ...rest, content, version: page.value.version.number, notes: placedNotes(page.value) })
    }
    const older = await readVersion(id, version)
    if (!older.ok) return older
    const { content } = older.value
    return ok({ ...rest, content, version, notes: placeAll(content, merged.notes) })
  }

  async function readVersion(id: ArticleId, number: number): Promise<Result<VersionText>> {
    const shelf = await library.shelf(id)
    if (!shelf.ok) return shelf
    const version = shelf.value.article.versions.find((candidate) => candidate.number === number)
    if (version === undefined) return fail({ code: 'version-unknown', id, version: number })
    try {
      return ok({ shelf: shelf.value, version, content: await shelf.value.readContent(version) })
    } catch (error) {
      return fail(fileError(shelf.value.folder, error))
    }
  }

  function findNote(idPrefix: string): Result<Output<'note.find'>> {
    const found = idPrefix === '' ? [] : index.noteIdsStarting(idPrefix.toLowerCase(), 6)
    const [note, second] = found
    if (note === undefined) return fail({ code: 'note-unknown', id: idPrefix })
    if (second === undefined) return ok(note)
    return fail({ code: 'note-ambiguous', id: idPrefix, ids: found.slice(0, 5).map(({ id }) => id) })
  }

  async function render(ids: readonly ArticleId[]): Promise<Result<ExportedFile[]>> {
    await listed()
    const files: ExportedFile[] = []
    for (const id of ids) {
      const page = await notes.page(id)
      if (!page.ok) return page
      files.push(await exportedFile(library, page.value))
    }
    return ok(files)
  }
}
