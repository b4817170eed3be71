import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { withWindowsMarks } from '../../text/decode.ts'

/** A part of a message beside its text. */
export type MailPart = { name: string | null; type: string; contentId: string | null; bytes: Uint8Array }

/** A message, its texts decoded part by part. */
export type Mail = {
  subject: string | null
  /** The writer's name, not the address. */
  from: string | null
  html: string | null
  text: string | null
  parts: MailPart[]
  /** The first field of a name, by its name in lower case. */
  field(name: string): string | null
}

/** Null where the message is beyond what anybody writes: parts deeper than 256, or two million characters of fields. */
export async function parseMail(bytes: Uint8Array): Promise<Mail | null> {
  try {
    // Forwarded messages are read like this one, not put into its text in the ways of the machine it is read on.
    return mailOf(await PostalMime.parse(bytes, { forceRfc822Attachments: true }))
  } catch {
    return null
  }
}

function mailOf({ subject, from, html, text, attachments, headers }: Email): Mail {
  return {
    subject: wordsOf(subject),
    from: wordsOf(from?.name),
    html: wordsOf(html),
    text: wordsOf(text),
    parts: attachments.map(partOf),
    field: (name) => wordsOf(headers.find(({ key }) => key === name)?.value),
  }
}

function wordsOf(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : withWindowsMarks(text)
}

function partOf({ filename, mimeType, contentId, content }: Attachment): MailPart {
  return {
    name: filename,
    type: mimeType,
    contentId: contentId?.replace(/^<|>$/g, '') ?? null,
    bytes: typeof content === 'string' ? new Uint8Array() : new Uint8Array(content),
  }
}
