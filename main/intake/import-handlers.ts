import type { ArticleSummary, ImportedFile, serviceMethods } from '../../src/contract.ts'
import { fail, ok, type Result } from '../../src/errors.ts'
import type { ReadStory } from '../../src/importers/read-story.ts'
import type { SourceFile } from '../../src/importers/source-file.ts'
import type { Facts } from '../../src/model/article.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import type { Handlers } from '../answer.ts'
import type { ImportDesk, OpenDraft } from '../import/import-desk.ts'
import { Transfers } from '../import/transfers.ts'
import { fileError } from '../library/keeper.ts'
import type { Change } from '../library/revise.ts'
import { knownStories } from '../library/stories.ts'
import { readNamedFile } from '../read-file.ts'
import type { Intakes } from './intakes.ts'
import { loadPage, loadPictures } from './load-page.ts'
import { loadSource } from './load-source.ts'
import { itemsOf, planOf } from './plan.ts'
import { rereadArticle } from './reread-article.ts'
import { addNotesTo, type Into } from './take-in.ts'
import { trashedIn } from './trashed.ts'

type ImportMethod = Extract<keyof typeof serviceMethods, `import.${string}` | `intake.${string}`>
type Loading = 'article.load' | 'article.reread' | 'article.keepPictures'
type ImportHandlers = Pick<Handlers<typeof serviceMethods>, ImportMethod | Loading>

type Parts = { into: Into; desk: ImportDesk; intakes: Intakes }

/** What is answered about bringing things in. */
export function importHandlers({ into, desk, intakes }: Parts): ImportHandlers {
  const { library } = into
  const { clock } = library.options
  const transfers = new Transfers()

  return {
    'import.hand': async ({ transferId, data }) => transfers.add(transferId, Buffer.from(data, 'base64')),
    'import.read': async ({ name, transferId, modified, importer }) => {
      const bytes = transfers.take(transferId)
      return bytes.ok ? ok(await read({ name, bytes: bytes.value, modified, now: clock() }, importer)) : bytes
    },
    'import.readFile': async ({ path, importer }) => {
      const file = await readNamedFile(path)
      if (!file.ok) return ok({ name: 'name' in file.error ? file.error.name : path, error: file.error })
      return ok(await read({ ...file.value, now: clock() }, importer))
    },
    'import.load': async ({ url, importer }) => {
      const source = await loadSource(url.trim(), clock())
      return ok(source.ok ? await read(source.value, importer) : { name: url, error: source.error })
    },
    'import.reread': async ({ draftId, importer }) => {
      const open = desk.draft(draftId)
      if (!open.ok) return open
      const { source } = open.value
      const story = await desk.reread(source, importer)
      if (!story.ok) return ok({ name: source.name, error: story.error })
      const draft = { source, label: open.value.label, story: story.value }
      return ok(await draftFile(desk.keep(draft), draft))
    },
    'import.items': async ({ collectionId, ...page }) => {
      const collection = desk.collection(collectionId)
      if (!collection.ok) return collection
      const there = { library, trashed: await trashedIn(library) }
      return ok({ rows: itemsOf(there, collection.value, page) })
    },
    'import.save': async ({ draftId, facts, versionOf }) => {
      const open = desk.draft(draftId)
      if (!open.ok) return open
      const kept = await keepPictures(open.value.story)
      if (!kept.ok) return kept
      const added =
        versionOf === undefined
          ? await add(open.value, facts)
          : await addVersion(versionOf, open.value, facts)
      if (!added.ok) return added
      desk.discard([draftId])
      if (library.settings.value.keepsPictures) void loadPictures(added.value.id, { into })
      return added
    },
    'import.discard': async ({ ids }) => {
      desk.discard(ids)
      return ok({})
    },

    'intake.start': async ({ collectionId, options, indices }) =>
      intakes.start(collectionId, options, indices),
    'intake.cancel': async ({ id }) => intakes.cancel(id),
    'intake.list': async () => ok({ intakes: await intakes.list() }),
    'intake.report': async ({ id }) => intakes.report(id),
    'intake.resume': async ({ id }) => intakes.resume(id),
    'intake.forget': async ({ id }) => intakes.forget(id),

    'article.load': async ({ id }) => loadPage(id, { into, desk }),
    'article.reread': async ({ id, importer }) => rereadArticle(id, importer, { into, desk }),
    'article.keepPictures': async ({ id }) => loadPictures(id, { into }),
  }

  async function add({ source, story }: OpenDraft, facts: Change<Facts>): Promise<Result<ArticleSummary>> {
    const { draft, origin, addedAt, notes, reading } = story
    return library.add({ draft, facts, source, origin, addedAt }, { notes, reading })
  }

  async function addVersion(
    id: ArticleId,
    { source, story }: OpenDraft,
    facts: Change<Facts>,
  ): Promise<Result<ArticleSummary>> {
    const { draft, origin, notes } = story
    const added = await library.addVersion(id, { draft, facts, source, origin })
    if (!added.ok) return added
    const noted = await addNotesTo(id, notes, into)
    return noted.ok ? added : noted
  }

  async function read(source: SourceFile, importer: string | undefined): Promise<ImportedFile> {
    const { name, bytes } = source
    const onDesk = await desk.read(source, importer)
    if (!onDesk.ok) return { name, error: onDesk.error }
    const { id, opened } = onDesk.value
    if (opened.kind === 'story') return draftFile(id, { source, label: opened.label, story: opened.story })
    library.listWritten()
    const plan = planOf({ library, trashed: await trashedIn(library) }, { listing: opened })
    return { name, bytes: bytes.length, collectionId: id, plan }
  }

  async function draftFile(draftId: string, { source, label, story }: OpenDraft): Promise<ImportedFile> {
    const { name, bytes } = source
    // As the list is: one that is behind is no reason to wait, since what is not known is added by itself.
    const known = await knownStories(library, { draft: story.draft, bytes })
    return { name, bytes: bytes.length, draftId, draft: story.draft, label, notes: story.notes.length, known }
  }

  async function keepPictures({ pictures }: ReadStory): Promise<Result<Record<string, never>>> {
    try {
      await into.pictures.keep(pictures)
      return ok({})
    } catch (error) {
      return fail(fileError(library.layout.pictures, error))
    }
  }
}
