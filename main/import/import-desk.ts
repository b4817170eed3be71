import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '../../src/errors.ts'
import type { AtAddress } from '../../src/importers/feed/at-address.ts'
import type { ReadItem, ReadStory } from '../../src/importers/read-story.ts'
import type { SourceFile } from '../../src/importers/source-file.ts'
import type { ListedFeed } from '../../src/model/feed.ts'
import { ImportWorker } from './import-worker.ts'
import type { Opened } from './worker.ts'

/** A story that was read and waits to be saved or put back. */
export type OpenDraft = { source: SourceFile; label: string; story: ReadStory }

/** A collection that was listed and waits to be taken in or put back. */
export type OpenCollection = {
  source: SourceFile
  /** The format that was forced. */
  forced: string | undefined
  listing: Extract<Opened, { kind: 'collection' }>
}

/** What a source turned out to be, and what it is called from now on. */
export type OnDesk = { id: string; opened: Opened }

/** Reads sources in the import worker and keeps what they are until it is taken or discarded. */
export class ImportDesk {
  private readonly drafts = new Map<string, OpenDraft>()
  private readonly collections = new Map<string, OpenCollection>()
  /** Collections that are being listed anew. */
  private readonly opening = new Map<string, Promise<Result<Opened>>>()
  private readonly worker = new ImportWorker()

  /** Reads a source; a story's draft or a collection's list is kept under the id that is answered. */
  async read(source: SourceFile, importer?: string): Promise<Result<OnDesk>> {
    const id = randomUUID()
    const opened = await this.open(id, source, importer)
    if (!opened.ok) return opened
    const { value } = opened
    if (value.kind === 'story') this.drafts.set(id, { source, label: value.label, story: value.story })
    else this.collections.set(id, { source, forced: importer, listing: value })
    return ok({ id, opened: value })
  }

  /** Reads a story's source once more, as what it says it is, or with an importer of single stories. */
  async reread(source: SourceFile, importer?: string): Promise<Result<ReadStory>> {
    return this.worker.ask('reread', { source, ...(importer !== undefined && { importer }) }, source.name)
  }

  /** Reads what answered where a feed was looked for. */
  async feed(source: SourceFile): Promise<Result<AtAddress>> {
    return this.worker.ask('feed', { source }, source.name)
  }

  /** Reads a reading list. */
  async feedList(source: SourceFile): Promise<Result<ListedFeed[]>> {
    return this.worker.ask('feedList', { source }, source.name)
  }

  /** Reads an item of an open collection. */
  async item(id: string, index: number, now: string): Promise<Result<ReadItem>> {
    const collection = this.collections.get(id)
    if (collection === undefined) return fail({ code: 'draft-gone' })
    const title = collection.listing.items[index]?.title ?? collection.source.name
    const read = await this.worker.ask('item', { id, index, now }, title)
    if (read !== null) return read
    // The worker that listed it was stopped, or went when nobody needed it.
    const opened = await this.reopen(id, collection)
    if (!opened.ok) return opened
    return (await this.worker.ask('item', { id, index, now }, title)) ?? fail({ code: 'draft-gone' })
  }

  draft(id: string): Result<OpenDraft> {
    const draft = this.drafts.get(id)
    return draft === undefined ? fail({ code: 'draft-gone' }) : ok(draft)
  }

  collection(id: string): Result<OpenCollection> {
    const collection = this.collections.get(id)
    return collection === undefined ? fail({ code: 'draft-gone' }) : ok(collection)
  }

  /** Keeps a draft that was made of another one. */
  keep(draft: OpenDraft): string {
    const id = randomUUID()
    this.drafts.set(id, draft)
    return id
  }

  discard(ids: readonly string[]): void {
    for (const id of ids) {
      this.drafts.delete(id)
      if (this.collections.delete(id)) void this.worker.ask('close', { id }, '')
    }
  }

  async close(): Promise<void> {
    await this.worker.close()
  }

  /** Once for all items that are waited for. */
  private reopen(id: string, { source, forced }: OpenCollection): Promise<Result<Opened>> {
    const opening =
      this.opening.get(id) ?? this.open(id, source, forced).finally(() => this.opening.delete(id))
    this.opening.set(id, opening)
    return opening
  }

  private open(id: string, source: SourceFile, importer: string | undefined): Promise<Result<Opened>> {
    return this.worker.ask('open', { id, source, ...(importer !== undefined && { importer }) }, source.name)
  }
}
