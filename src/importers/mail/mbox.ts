import type { CollectionImporter } from '../importer.ts'
import { beginsMailbox } from './mailbox-messages.ts'

/** A mailbox as Thunderbird keeps it and Gmail exports it (mbox, RFC 4155): each message is one item. */
export const mbox: CollectionImporter = {
  id: 'mbox',
  label: 'a mailbox',
  accepts: ({ extension, head, zip }) =>
    zip === null &&
    (extension === 'mbox' || (['', 'mbx', 'txt', 'eml'].includes(extension) && beginsMailbox(head))),
  list: async (candidate) => (await import('./list-mailbox.ts')).listMailbox(candidate, mbox),
  read: async (record, now) => (await import('./list-mailbox.ts')).readMessage(record, now, mbox),
}
