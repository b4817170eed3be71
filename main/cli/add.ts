import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ArticleSummary, ImportedFile, KnownStory } from '../../src/contract.ts'
import { fail, ok, type Result } from '../../src/errors.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { Client } from './client.ts'
import { type Collected, previewCollection, takeCollection } from './collection.ts'
import { type Command, failed, printJson, stringValue, type Surroundings, UsageError } from './command.ts'
import { errorText } from './error-text.ts'
import { articleJson } from './json.ts'
import { read, sourcesOf } from './sources.ts'

export const add: Command = {
  usage: 'lectern add PATH|URL|-… [--from FORMAT] [--dry-run] [--fetch] [--pictures] [--as-version-of ID]',
  summary: 'import files, folders, web addresses, whole libraries or standard input',
  details: [
    'Pages, EPUB, PDF, mail, Markdown, plain text and agency copy become articles; exports of other services are taken in whole.',
    'A folder is searched through for stories, hidden files left out. "-" is standard input. Only named addresses are loaded.',
    '--dry-run            say what would come in, and add nothing',
    '--fetch              load the pages of a list of addresses',
    '--pictures           load and keep the pictures of the articles',
    '--as-version-of ID   the one file is a later edition of this article, whose notes move over',
    '--from FORMAT        read it as this, whatever it looks like:',
  ],
  loadDetails: async () => formatLines(await formats()),
  options: {
    'as-version-of': { type: 'string' },
    from: { type: 'string' },
    'dry-run': { type: 'boolean' },
    fetch: { type: 'boolean' },
    pictures: { type: 'boolean' },
  },
  async run(args, where) {
    const { positionals } = args
    const idPrefix = stringValue(args, 'as-version-of')
    const from = stringValue(args, 'from') ?? undefined
    if (positionals.length === 0)
      throw new UsageError('name a file, a folder, an address, or - for standard input')
    if (idPrefix !== null && (positionals.length > 1 || (await isFolder(positionals[0] ?? ''))))
      throw new UsageError('--as-version-of takes one file')
    if (from !== undefined && !(await formats()).includes(from))
      throw new UsageError(`--from takes ${(await formats()).join(', ')}`)
    const client = await Client.toWrite(where.root, 'lectern add')
    if (!client.ok) return failed(where, client.error)
    const versionOf = await articleOf(client.value, idPrefix)
    if (!versionOf.ok) {
      await client.value.close()
      return failed(where, versionOf.error)
    }
    const adding = new Adding(client.value, where, {
      versionOf: versionOf.value,
      isDryRun: args.values['dry-run'] === true,
      options: { loadsPages: args.values['fetch'] === true, keepsPictures: args.values['pictures'] === true },
    })
    for (const positional of positionals) {
      for await (const source of sourcesOf(positional)) {
        const imported = source.ok ? await read(client.value, source.value, from) : source
        await adding.take(imported)
      }
    }
    await client.value.close()
    if (where.isJson) printJson(where, adding.json)
    return adding.hasFailed ? 1 : 0
  },
}

/** Importers bring readers and models along, which no other command needs, and this one only to name them. */
async function formats(): Promise<string[]> {
  const { importers } = await import('../../src/importers/importers.ts')
  return importers.map(({ id }) => id)
}

/** Six ids of formats a line. */
function formatLines(ids: string[]): string[] {
  const lines = Array.from({ length: Math.ceil(ids.length / 6) }, (_, line) =>
    ids.slice(line * 6, line * 6 + 6),
  )
  return lines.map((line) => `                     ${line.join(', ')}`)
}

type How = {
  versionOf: ArticleId | undefined
  isDryRun: boolean
  options: { loadsPages: boolean; keepsPictures: boolean }
}

/** Adds one thing after the other, and says what became of it. */
class Adding {
  hasFailed = false
  readonly json: unknown[] = []

  constructor(
    private readonly client: Client,
    private readonly where: Surroundings,
    private readonly how: How,
  ) {}

  async take(imported: Result<ImportedFile>): Promise<void> {
    const file = imported.ok && 'error' in imported.value ? fail(imported.value.error) : imported
    if (!file.ok) return this.fail(errorText(file.error))
    if ('collectionId' in file.value) return this.takeCollection(file.value)
    if ('draftId' in file.value) return this.takeStory(file.value)
  }

  private fail(text: string): void {
    this.where.err(text)
    this.hasFailed = true
  }

  private async takeStory(file: Extract<ImportedFile, { draftId: string }>): Promise<void> {
    const { draftId, draft, known, name } = file
    if (this.how.isDryRun) {
      await this.client.call('import.discard', { ids: [draftId] })
      this.json.push({ name, format: draft.importer, notes: file.notes, ...draft.facts })
      if (!this.where.isJson)
        this.where.out(`${name}: ${file.label}, “${draft.facts.title}”, ${draft.words} words`)
      return
    }
    const { versionOf, options } = this.how
    const saved = await this.client.call('import.save', { draftId, facts: {}, versionOf })
    if (!saved.ok) return this.fail(errorText(saved.error))
    this.added(saved.value)
    if (versionOf === undefined) for (const story of known) this.where.err(knownText(name, story))
    if (!options.keepsPictures) return
    const pictures = await this.client.call('article.keepPictures', { id: saved.value.id })
    for (const error of pictures.ok ? pictures.value.failed : [pictures.error]) this.fail(errorText(error))
  }

  private added(article: ArticleSummary): void {
    this.json.push(articleJson(article, this.where.root))
    if (!this.where.isJson) this.where.out(`${article.id}  ${article.title}`)
  }

  private async takeCollection(file: Collected): Promise<void> {
    if (this.how.versionOf !== undefined) return this.fail(`${file.name}: --as-version-of takes one story`)
    const { client, where, how } = this
    const taken = how.isDryRun
      ? await previewCollection(client, where, file)
      : await takeCollection(client, { where, options: how.options }, file)
    if (!taken.ok) return this.fail(errorText(taken.error))
    this.json.push(taken.value.json)
    this.hasFailed ||= taken.value.hasFailed
  }
}

/** One that is not there is found out when it is read. */
async function isFolder(path: string): Promise<boolean> {
  return stat(resolve(path)).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** The article that a later edition is added to; undefined where none was named. */
async function articleOf(client: Client, idPrefix: string | null): Promise<Result<ArticleId | undefined>> {
  if (idPrefix === null) return ok(undefined)
  const found = await client.call('article.find', { idPrefix })
  return found.ok ? ok(found.value.id) : found
}

/** Nobody can be asked here: the story is added by itself, and it is said what it may be instead. */
function knownText(name: string, { summary, by, likeness }: KnownStory): string {
  const reasons: Record<KnownStory['by'], string> = {
    bytes: 'the same file',
    words: 'the same text',
    address: 'a story from the same address',
    likeness: `a story of which ${Math.round(likeness * 100)} % is the same`,
  }
  return `${name}: ${summary.id} “${summary.title}” is ${reasons[by]}. A later edition is added with --as-version-of ${summary.id}.`
}
