import { z } from 'zod'
import { fail, ok, type Result } from '../../errors.ts'
import type { SkipReason } from '../../model/collection.ts'
import type { Entry } from '../entry.ts'
import type { CollectionImporter, Json, Listed, Listing } from '../importer.ts'
import { bytesOf } from '../saved-page/transfer.ts'
import { hashOf } from '../services/service.ts'
import { timeOf } from '../services/times.ts'
import type { Candidate } from '../source-file.ts'
import { messagesIn } from './mailbox-messages.ts'
import { stateIn } from './mailbox-state.ts'
import { parseMail, type Mail } from './parse-mail.ts'
import { readMail } from './read-mail.ts'

/** A message as it stands in the mailbox, bytes as characters of one byte. */
const Message = z.object({ message: z.string() })

/** More messages than this are an archive of mail, not something to read. */
const mostMessages = 100_000

/** Lists messages by what their heads say; what stands in them is read when they are taken in. */
export async function listMailbox(
  { name, bytes }: Candidate,
  { label: format }: CollectionImporter,
): Promise<Result<Listing>> {
  const items = new Map<string, Listed>()
  const skipped: Listing['skipped'] = []
  for (const message of messagesIn(bytes)) {
    const head = await headOf(message)
    const item = listed(message, head)
    const reason = reasonAgainst(item, head, items)
    if (reason === null) items.set(item.key, item)
    else skipped.push({ where: item.title, reason })
  }
  return items.size === 0
    ? fail({ code: 'collection-empty', name, format })
    : ok({ items: [...items.values()], skipped, unplaced: [] })
}

export async function readMessage(
  record: Json,
  now: string,
  importer: CollectionImporter,
): Promise<Result<Entry>> {
  const { label: format } = importer
  const parsed = Message.safeParse(record)
  if (!parsed.success)
    return fail({ code: 'format-broken', name: format, format, reason: 'this is no message' })
  const { message } = parsed.data
  const head = await headOf(message)
  const source = { name: head?.subject ?? format, bytes: bytesOf(message), modified: null, now }
  const entry = await readMail(source, importer)
  if (!entry.ok || head === null) return entry
  const { draft } = entry.value
  const { tags, reading } = stateIn(head)
  const facts = { ...draft.facts, tags: [...new Set([...draft.facts.tags, ...tags])] }
  const addedAt = timeOf(head.field('date') ?? undefined)
  return ok({ ...entry.value, draft: { ...draft, facts }, reading, addedAt })
}

/** The fields of a message without what stands below them. */
function headOf(message: string): Promise<Mail | null> {
  const end = /\r?\n\r?\n/.exec(message)?.index ?? message.length
  return parseMail(bytesOf(message.slice(0, end)))
}

function listed(message: string, head: Mail | null): Listed {
  return {
    key: head?.field('message-id')?.trim() ?? hashOf(message),
    title: head?.subject ?? head?.from ?? '—',
    url: null,
    notes: 0,
    hasText: true,
    record: { message },
  }
}

function reasonAgainst(
  { key }: Listed,
  head: Mail | null,
  items: ReadonlyMap<string, Listed>,
): SkipReason | null {
  if (head === null) return 'damaged'
  if (stateIn(head).isDeleted) return 'not-saved'
  if (items.has(key)) return 'repeated'
  return items.size >= mostMessages ? 'over-limit' : null
}
