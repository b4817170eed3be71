import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../../src/importers/entry.ts'
import { mail } from '../../../../src/importers/mail/mail.ts'
import { hasSamples, recognised, sample } from './sample.ts'

async function entryOf(name: string): Promise<Entry> {
  const file = await sample(`eml/${name}`)
  expect(recognised(file)).toBe('mail')
  const entry = await mail.read(file)
  if (!entry.ok) throw new Error(entry.error.code)
  return entry.value
}

function kindsOf({ draft }: Entry): string[] {
  return draft.content.blocks.map(({ kind }) => kind)
}

describe.skipIf(!hasSamples)('samples of e-mails', () => {
  it('made-newsletter: everything of a newsletter', async () => {
    const entry = await entryOf('made-newsletter.eml')
    expect(entry.draft).toMatchObject({
      url: 'https://example.com/issue/12',
      bylineIsGuessed: true,
      encoding: 'utf-8',
    })
    expect(entry.draft.facts).toMatchObject({
      title: 'Tides — issue 12',
      byline: 'Dev Sample — Mara Ellison',
      published: '2026-10-05',
      language: 'en',
      tags: [],
    })
    expect(kindsOf(entry)).toEqual(['heading', 'paragraph', 'figure', 'paragraph'])
    expect(entry.draft.content.furniture.map(({ part, position }) => [part, position])).toEqual([
      ['note', 'before'],
      ['note', 'after'],
    ])
    expect(entry.pictures).toHaveLength(1)
  })

  it('mimetorture: the text and all messages in it, each under its subject', async () => {
    const entry = await entryOf('mimetorture.eml')
    expect(entry.draft.facts).toMatchObject({
      title: "Ryan Finnie's MIME Torture Test v1.0",
      byline: 'Ryan Finnie',
      published: '2003-10-23',
      language: 'en',
    })
    const { text, blocks } = entry.draft.content
    const subjects = blocks.flatMap(({ kind, span }) =>
      kind === 'heading' ? [text.slice(span.start, span.end)] : [],
    )
    expect(subjects).toHaveLength(11)
    expect(subjects.slice(0, 4)).toEqual([
      'plain jane message',
      'messages inside messages inside...',
      'the original message',
      'this message JUST contains an attachment',
    ])
    for (const words of [
      '3rd layer deep',
      'This is the HTML part',
      'the second text part',
      'What do we have here',
      'laid out as so',
    ])
      expect(text).toContain(words)
    expect(entry.pictures).toHaveLength(2)
  })

  it('nodemailer: two pictures inside, one file beside', async () => {
    const entry = await entryOf('nodemailer.eml')
    expect(entry.draft.facts).toMatchObject({
      title: 'Nodemailer is unicode friendly ✔ (1476358788189)',
      byline: 'Andris Kreata',
      published: '2016-10-13',
    })
    expect(kindsOf(entry)).toEqual(['paragraph', 'figure', 'paragraph', 'figure'])
    expect(entry.pictures.map(({ name }) => name.slice(-3))).toEqual(['png', 'gif'])
    expect(entry.draft.content.furniture.map(({ text }) => text)).toEqual(['notes.txt'])
  })

  it('calendar-event: the words of the invitation, and no file of it', async () => {
    const entry = await entryOf('calendar-event.eml')
    expect(entry.draft.facts).toMatchObject({
      byline: 'Andris Reinman',
      published: '2024-04-11',
      language: 'en',
    })
    expect(entry.draft.facts.title).toContain('Test event ⏰')
    expect(entry.draft.content.text).toContain('Join by phone')
    expect(entry.draft.content.text).not.toContain('BEGIN:VCALENDAR')
    expect(entry.draft.content.furniture).toEqual([])
  })

  it('spam: the text although its parts are wrongly told', async () => {
    const entry = await entryOf('spam.eml')
    expect(entry.draft.facts).toMatchObject({
      byline: 'Matilda Klein',
      published: '2015-11-24',
      language: 'de',
    })
    expect(entry.draft.facts.title).toContain('123.042 Euro')
    expect(entry.draft.content.text).toContain('Vermögen von 100 Millionen Euro')
    expect(entry.draft.content.marks.filter(({ kind }) => kind === 'link')).toHaveLength(2)
  })

  it('mixed: both parts, no facts', async () => {
    const entry = await entryOf('mixed.eml')
    expect(entry.draft.facts).toMatchObject({ byline: null, published: null })
    expect(kindsOf(entry)).toEqual(['paragraph', 'rule', 'paragraph'])
    expect(entry.draft.content.text).toContain('Good Morning')
  })

  it('nested: the parts one after the other, each once', async () => {
    const entry = await entryOf('nested.eml')
    expect(entry.draft.facts).toMatchObject({ byline: null, published: null })
    expect(entry.draft.content.text.split('\n\n')).toEqual(['Dear Sir', 'Good evening.', 'The footer'])
  })

  it('base64encodedroot: a picture and no text', async () => {
    expect(await mail.read(await sample('eml/base64encodedroot.eml'))).toMatchObject({
      error: { code: 'text-missing' },
    })
  })
})
