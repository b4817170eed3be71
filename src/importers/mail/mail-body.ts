import { parseHtml } from '../../markup/html.ts'
import type { Furniture, PictureName } from '../../model/content.ts'
import type { Picture } from '../entry.ts'
import { piecesOfElement } from '../html/content-of-html.ts'
import { pictureOf } from '../picture-of.ts'
import type { Piece } from '../piece.ts'
import { findParagraphs } from '../../text/paragraphs.ts'
import { readCopy, type Story } from '../../wire/story.ts'
import { storyPieces } from '../read-plain-text.ts'
import { seenTree } from './seen-tree.ts'
import { parseMail, type Mail, type MailPart } from './parse-mail.ts'

/** What a message comes to; `story` is set where it is plain text, and may be copy of a wire. */
export type MailBody = { pieces: Piece[]; furniture: Furniture[]; pictures: Picture[]; story: Story | null }

/** Forwarded messages in forwarded messages are read so far, and so many of them in one. */
const deepest = 5
const mostForwarded = 100

/** The text of a message, then those of the messages that it forwards, each under its subject. */
export async function bodyOf(mail: Mail, depth = 0): Promise<MailBody> {
  const own = mail.html === null ? plainBody(mail.text ?? '') : htmlBody(mail.html, mail.parts)
  const forwarded = depth === deepest ? [] : mail.parts.filter(isMessage).slice(0, mostForwarded)
  const bodies = [own]
  for (const part of forwarded) {
    const inner = await parseMail(part.bytes)
    if (inner !== null) bodies.push(underSubject(inner.subject, await bodyOf(inner, depth + 1)))
  }
  return {
    pieces: bodies.flatMap(({ pieces }) => pieces),
    furniture: bodies.flatMap(({ furniture }) => furniture),
    pictures: bodies.flatMap(({ pictures }) => pictures),
    story: bodies.length === 1 ? own.story : null,
  }
}

export function isMessage({ type }: MailPart): boolean {
  return type === 'message/rfc822'
}

/** Lines were broken for the screens of others. What has no dateline is a letter: nothing in it is more than a paragraph. */
function plainBody(raw: string): MailBody {
  const text = raw.replace(/\r\n?/g, '\n')
  const story = readCopy(text)
  if (story.dateline === null)
    return { pieces: findParagraphs(text).map(paragraph), furniture: [], pictures: [], story: null }
  return { pieces: storyPieces(story), furniture: [...story.before, ...story.after], pictures: [], story }
}

function paragraph(text: string): Piece {
  return { block: { kind: 'paragraph', span: { start: 0, end: text.length } }, text, marks: [] }
}

function htmlBody(html: string, parts: readonly MailPart[]): MailBody {
  const pictures = picturesOf(parts)
  const names = new Map([...pictures].map(([address, { name }]) => [address, name]))
  const pieces = piecesOfElement(seenTree(parseHtml(html)), { url: null, pictures: names })
  const shown = new Set(pieces.flatMap(({ block }) => (block.kind === 'figure' ? [block.file] : [])))
  const kept = new Map<PictureName, Picture>()
  for (const picture of pictures.values()) if (shown.has(picture.name)) kept.set(picture.name, picture)
  return { pieces, furniture: [], pictures: [...kept.values()], story: null }
}

/** By the addresses that the text names them with (RFC 2392). */
function picturesOf(parts: readonly MailPart[]): Map<string, Picture> {
  const pictures = new Map<string, Picture>()
  for (const { contentId, bytes } of parts) {
    const picture = contentId === null ? null : pictureOf(bytes)
    if (picture === null) continue
    pictures.set(`cid:${contentId}`, picture)
    pictures.set(`cid:${encodeURIComponent(contentId!)}`, picture)
  }
  return pictures
}

function underSubject(subject: string | null, body: MailBody): MailBody {
  if (subject === null) return body
  const span = { start: 0, end: subject.length }
  const heading: Piece = { block: { kind: 'heading', span, level: 2 }, text: subject, marks: [] }
  return { ...body, pieces: [heading, ...body.pieces] }
}
