import { decodeWords } from 'postal-mime'
import type { Entry } from '../entry.ts'
import { tagsOf } from '../saved-item.ts'
import type { Mail } from './parse-mail.ts'

/** What a mail program has written into a message of its mailbox. */
export type MailboxState = { isDeleted: boolean; tags: string[]; reading: Entry['reading'] }

/** Thunderbird's flags (`nsMsgMessageFlags`), in hexadecimal digits. */
const flags = { read: 0x1, starred: 0x4, deleted: 0x8 }

/** Labels that Gmail gives by itself. */
const ownLabel =
  /^(?:inbox|sent|drafts?|archived|opened|unread|starred|important|spam|trash|chats?|snoozed|scheduled|category .*)$/i

/** Reads what Thunderbird, Gmail's export and the older programs (`Status: RO`) say of a message. */
export function stateIn(mail: Mail): MailboxState {
  const labels = decodeWords(mail.field('x-gmail-labels') ?? '')
    .split(',')
    .map((label) => label.trim().replace(/^"(.*)"$/, '$1'))
  const has = (name: string): boolean => labels.some((label) => label.toLowerCase() === name)
  const mozilla = Number.parseInt(mail.field('x-mozilla-status') ?? '0', 16)
  const status = `${mail.field('status') ?? ''}${mail.field('x-status') ?? ''}`
  const isRead = (mozilla & flags.read) > 0 || status.includes('R') || (has('opened') && !has('unread'))
  const isStarred = (mozilla & flags.starred) > 0 || status.includes('F') || has('starred')
  return {
    isDeleted: (mozilla & flags.deleted) > 0 || status.includes('D') || has('trash') || has('spam'),
    tags: tagsOf(labels.filter((label) => !ownLabel.test(label))),
    reading: { ...(isRead && { isRead }), ...(isStarred && { isStarred }) },
  }
}
