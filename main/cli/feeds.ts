import { resolve } from 'node:path'
import type { FeedEntryRow } from '../../src/contract.ts'
import { ok, type Result } from '../../src/errors.ts'
import { readNamedFile } from '../read-file.ts'
import { Client } from './client.ts'
import { type Arguments, type Command, failed, printJson, type Surroundings, UsageError } from './command.ts'
import { errorText } from './error-text.ts'
import { entriesOf, entryNamed, feedNamed, feedsNamed } from './feed-names.ts'
import { checkJson, counted, entryJson, feedJson, feedLine, printByFeed } from './feed-text.ts'
import { articleJson } from './json.ts'

export const feeds: Command = {
  usage: 'lectern feeds [list|add|remove|check|new|keep|seen|import|export] …',
  summary: 'follow feeds, and keep what is wanted of them',
  details: [
    'list                the feeds that are followed, and how many entries of each are new (also without a word)',
    'add ADDRESS…        follow feeds, each by its own address or that of its site',
    'remove FEED…        follow them no longer; a feed is named by its address, its title or its id',
    'check [FEED…]       ask them what is new; nothing else ever asks them, but add',
    'new [FEED]          what is new; with --all what was put away, too',
    'keep ID… [--page]   make articles of entries; --page loads the page where the feed has the whole text, too',
    'seen ID…            put entries away; --all puts away all that is new',
    'import FILE…        follow all feeds of a reading list (OPML)',
    'export              print the reading list (OPML)',
    'The ids of entries are those that "lectern feeds new" shows; a unique beginning is enough.',
  ],
  options: { all: { type: 'boolean' }, page: { type: 'boolean' } },
  async run(args, where) {
    const [word = 'list', ...names] = args.positionals
    const action = Object.hasOwn(actions, word) ? actions[word] : undefined
    if (action === undefined) throw new UsageError(`feeds can't ${word}`)
    if (action.takes === 'nothing' && names.length > 0) throw new UsageError(`feeds ${word} takes no names`)
    const isAll = word === 'seen' && args.values['all'] === true
    if (action.takes === 'some' && names.length === 0 && !isAll)
      throw new UsageError(`feeds ${word} takes at least one name`)
    const { root } = where
    const client = await (action.writes ? Client.toWrite(root, `lectern feeds ${word}`) : Client.toRead(root))
    if (!client.ok) return failed(where, client.error)
    const done = await action.run({ client: client.value, names, args, where })
    await client.value.close()
    return done.ok ? (done.value ?? 0) : failed(where, done.error)
  },
}

type Call = { client: Client; names: string[]; args: Arguments; where: Surroundings }

type Action = {
  takes: 'nothing' | 'any' | 'some'
  writes: boolean
  /** Answers 1 where something failed and was told of already. */
  run: (call: Call) => Promise<Result<1 | void>>
}

const actions: Record<string, Action> = {
  list: { takes: 'nothing', writes: false, run: list },
  add: { takes: 'some', writes: true, run: add },
  remove: { takes: 'some', writes: true, run: remove },
  check: { takes: 'any', writes: true, run: check },
  new: { takes: 'any', writes: false, run: showNew },
  keep: { takes: 'some', writes: true, run: keep },
  seen: { takes: 'some', writes: true, run: seen },
  import: { takes: 'some', writes: true, run: importLists },
  export: { takes: 'nothing', writes: false, run: exportList },
}

async function list({ client, where }: Call): Promise<Result<void>> {
  const listed = await client.call('feed.list', {})
  if (!listed.ok) return listed
  if (where.isJson) printJson(where, listed.value.feeds.map(feedJson))
  else for (const feed of listed.value.feeds) where.out(feedLine(feed))
  return ok(undefined)
}

async function add({ client, names, where }: Call): Promise<Result<1 | void>> {
  return forEach(names, where, async (url) => {
    const added = await client.call('feed.add', { url })
    return added.ok ? ok({ json: feedJson(added.value), line: feedLine(added.value) }) : added
  })
}

async function remove({ client, names, where }: Call): Promise<Result<1 | void>> {
  return forEach(names, where, async (name) => {
    const feed = await feedNamed(client, name)
    if (!feed.ok) return feed
    const removed = await client.call('feed.remove', { id: feed.value.id })
    return removed.ok
      ? ok({ json: feedJson(feed.value), line: `${feed.value.title}  is no longer followed` })
      : removed
  })
}

async function check({ client, names, where }: Call): Promise<Result<1 | void>> {
  const chosen = await feedsNamed(client, names)
  if (!chosen.ok) return chosen
  const ids = names.length === 0 ? {} : { ids: chosen.value.map(({ id }) => id) }
  const checked = await client.call('feed.check', ids)
  if (!checked.ok) return checked
  if (where.isJson) printJson(where, checkJson(checked.value))
  else
    where.out(
      `${counted(checked.value.checked, 'feed')} asked, ${counted(checked.value.found, 'new entry', 'new entries')}`,
    )
  for (const { title, error } of checked.value.failed) where.err(`${title}: ${errorText(error)}`)
  return ok(checked.value.failed.length > 0 ? 1 : undefined)
}

async function showNew({ client, names, args, where }: Call): Promise<Result<void>> {
  const chosen = await feedsNamed(client, names)
  if (!chosen.ok) return chosen
  const ids = names.length === 0 ? [null] : chosen.value.map(({ id }) => id)
  const rows: FeedEntryRow[] = []
  for (const feedId of ids) {
    const some = await entriesOf(client, { feedId, isNewOnly: args.values['all'] !== true })
    if (!some.ok) return some
    rows.push(...some.value)
  }
  if (where.isJson) printJson(where, rows.map(entryJson))
  else printByFeed(rows, where)
  return ok(undefined)
}

async function keep({ client, names, args, where }: Call): Promise<Result<1 | void>> {
  const rows = await entriesOf(client, { feedId: null, isNewOnly: false })
  if (!rows.ok) return rows
  return forEach(names, where, async (name) => {
    const row = entryNamed(rows.value, name)
    if (!row.ok) return row
    const loadsPage = args.values['page'] === true || !row.value.hasText
    const kept = await client.call('feed.keep', { entryId: row.value.id, loadsPage })
    if (!kept.ok) return kept
    return ok({ json: articleJson(kept.value, where.root), line: `${kept.value.id}  ${kept.value.title}` })
  })
}

async function seen({ client, names, args, where }: Call): Promise<Result<1 | void>> {
  if (args.values['all'] === true) {
    const marked = await client.call('feed.markAll', { feedId: null })
    if (!marked.ok) return marked
    const { entryIds } = marked.value
    if (where.isJson) printJson(where, entryIds)
    else where.out(`${counted(entryIds.length, 'entry', 'entries')} put away`)
    return ok(undefined)
  }
  const rows = await entriesOf(client, { feedId: null, isNewOnly: false })
  if (!rows.ok) return rows
  return forEach(names, where, async (name) => {
    const row = entryNamed(rows.value, name)
    if (!row.ok) return row
    const marked = await client.call('feed.mark', { entryIds: [row.value.id], isSeen: true })
    return marked.ok ? ok({ json: row.value.id, line: `${row.value.title}  put away` }) : marked
  })
}

async function importLists({ client, names, where }: Call): Promise<Result<1 | void>> {
  return forEach(names, where, async (name) => {
    const file = await readNamedFile(resolve(name))
    if (!file.ok) return file
    const data = Buffer.from(file.value.bytes).toString('base64')
    const imported = await client.call('feed.import', { name: file.value.name, data })
    if (!imported.ok) return imported
    const { added, known } = imported.value
    const line = `${file.value.name}: ${counted(added, 'feed')} added, ${known} followed before. "lectern feeds check" asks them what is new.`
    return ok({ json: { name: file.value.name, added, known }, line })
  })
}

async function exportList({ client, where }: Call): Promise<Result<void>> {
  const exported = await client.call('feed.export', {})
  if (!exported.ok) return exported
  if (where.isJson) printJson(where, exported.value)
  else where.out(exported.value.opml.trimEnd())
  return ok(undefined)
}

type Told = { json: unknown; line: string }

/** One after the other; what fails is told of, and the rest is done. */
async function forEach(
  names: readonly string[],
  where: Surroundings,
  work: (name: string) => Promise<Result<Told>>,
): Promise<Result<1 | void>> {
  const done: Told[] = []
  let hasFailed = false
  for (const name of names) {
    const result = await work(name)
    if (!result.ok) hasFailed = failed(where, result.error) === 1
    else if (where.isJson) done.push(result.value)
    else where.out(result.value.line)
  }
  if (where.isJson)
    printJson(
      where,
      done.map(({ json }) => json),
    )
  return ok(hasFailed ? 1 : undefined)
}
