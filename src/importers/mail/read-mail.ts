import { fail, ok, type Result } from '../../errors.ts'
import { dayAt, isoDateOf, skipWeekday } from '../../wire/dates.ts'
import { draftOf, type KnownFacts } from '../draft.ts'
import { entryOf, type Entry } from '../entry.ts'
import type { Importer } from '../importer.ts'
import { contentOfPieces } from '../piece.ts'
import { languageOf, tagsOf } from '../saved-item.ts'
import type { SourceFile } from '../source-file.ts'
import { noFacts, storyFacts } from '../story-facts.ts'
import { withDateline } from '../web-page/page-dateline.ts'
import { bodyOf, isMessage, type MailBody } from './mail-body.ts'
import { withoutFurniture } from './mail-furniture.ts'
import { onlineAddress } from './online-address.ts'
import { parseMail, type Mail } from './parse-mail.ts'

export async function readMail(
  source: SourceFile,
  { id: importer, label: format }: Pick<Importer, 'id' | 'label'>,
): Promise<Result<Entry>> {
  const { name, bytes, now } = source
  const mail = await parseMail(bytes)
  if (mail === null)
    return fail({ code: 'format-broken', name, format, reason: 'its parts are nested too deep' })
  const body = await bodyOf(mail)
  const { pieces, furniture } = withoutFurniture(body.pieces)
  const published = sentDay(mail, now)
  const dated = body.story === null ? withDateline(pieces, published) : { ...noFacts, pieces }
  const content = contentOfPieces(dated.pieces, [...body.furniture, ...furniture, ...attachedIn(mail)])
  if (content.text === '') return fail({ code: 'text-missing', name })
  const facts = { ...factsOf(mail, body, source), url: onlineAddress(mail, body.pieces) }
  const known = {
    ...facts,
    place: facts.place ?? dated.place,
    agency: facts.agency ?? dated.agency,
    published,
  }
  const entry = entryOf(draftOf(known, content, { importer, name, encoding: 'utf-8' }))
  return ok({ ...entry, pictures: body.pictures })
}

function factsOf(mail: Mail, { story }: MailBody, { modified, now }: SourceFile): KnownFacts {
  const read = story === null ? noFacts : storyFacts(story, { modified: sentDay(mail, now) ?? modified, now })
  return {
    ...read,
    title: mail.subject ?? read.title,
    byline: read.byline ?? mail.from,
    published: null,
    yearIsAssumed: false,
    bylineIsGuessed: read.byline === null && mail.from !== null,
    language: languageOf(mail.field('content-language')),
    tags: tagsOf(mail.field('keywords')?.split(',') ?? []),
  }
}

/** The day it was where the message was sent. */
function sentDay(mail: Mail, now: string): string | null {
  const date = mail.field('date')?.trim() ?? ''
  const day = dayAt(date, skipWeekday(date, 0))
  return day === null ? null : isoDateOf(day.value, now)
}

/** The names of the files that came with it, which stay in its source. */
function attachedIn({ parts }: Mail): [] | [{ part: 'note'; position: 'after'; text: string }] {
  const names = parts.filter((part) => !isMessage(part) && part.contentId === null && !isCalendar(part.type))
  const text = names.flatMap(({ name }) => (name === null ? [] : [name])).join(', ')
  return text === '' ? [] : [{ part: 'note', position: 'after', text }]
}

function isCalendar(type: string): boolean {
  return type === 'text/calendar' || type === 'application/ics'
}
