import { describe, expect, it } from 'vitest'
import { imported, now } from '../drafts.ts'
import { agencyEntry, agencyFile, blocksOf, linesOf } from './agency-files.ts'

const story = (head: string, body: string): string =>
  `<nitf><body><body.head>${head}</body.head><body.content>${body}</body.content></body></nitf>`

describe('NITF', () => {
  it('gives the facts of its tags, and of the dateline in the text', async () => {
    const { draft } = await agencyEntry('nitf.xml')
    expect(draft).toMatchObject({ importer: 'nitf', encoding: 'utf-8', yearIsAssumed: false })
    expect(draft.facts).toEqual({
      title: 'Harbour town closes its gates',
      byline: 'Mara Ellison',
      agency: 'Example News',
      place: 'PORTO MAR',
      credit: 'Reporting by Mara Ellison; Editing by Jo Reed',
      published: '2026-10-05',
      language: 'en-GB',
      tags: ['harbour', 'tides', 'Environment', 'Water', 'Port of Porto Mar', 'Porto Mar'],
    })
  })

  it('keeps the blocks of the text, and names from outside of the file', async () => {
    const { content } = (await agencyEntry('nitf.xml')).draft
    expect(blocksOf(content)).toEqual([
      'dateline: PORTO MAR, Oct 5 (Example News) - The gates closed at six in the morning, and nobody in the café looked up.',
      'heading: An old question',
      'paragraph: They had asked for forty years: see the plans.',
      'listItem: Two gates.',
      'listItem: One wall.',
      'quotation: It holds.',
      'quotation: the engineer',
      expect.stringMatching(/^table: Tide\s+Height\s+High\s+4\.2$/),
      expect.stringMatching(/^figure: The wall at low tide\.\s+J\. Reed$/),
    ])
    expect(content.marks.map(({ kind }) => kind).toSorted()).toEqual(['emphasis', 'link'])
    expect(content.blocks.at(-1)).toMatchObject({ url: 'https://example.org/wall.jpg', alt: 'A wall' })
  })

  it('keeps what stands around the story', async () => {
    const { content } = (await agencyEntry('nitf.xml')).draft
    expect(linesOf(content, 'before')).toEqual([
      'slug: tide-gates',
      'note: With picture.',
      'headline: First test of the new wall',
      'note: Replaces an earlier version.',
      'bylineTitle: Harbour Correspondent',
    ])
    expect(linesOf(content, 'after')).toEqual([
      'credit: Ana Costa helped with this story.',
      'credit: (Reporting by Mara Ellison; Editing by Jo Reed)',
    ])
  })

  it('takes place and day from the tags where the text has no dateline', async () => {
    const head =
      '<hedline><hl1>Gates</hl1></hedline><dateline><location>LISBON</location><story.date norm="20261005T0600">x</story.date></dateline>'
    const { facts } = (
      await agencyEntry('a.xml', story(head, '<p>The gates closed at six in the morning.</p>'))
    ).draft
    expect(facts).toMatchObject({ title: 'Gates', place: 'LISBON', published: '2026-10-05', agency: null })
  })

  it('takes nothing under a heading for a dateline', async () => {
    const body = '<p>The gates closed.</p><hl2>Claim</h2><p>Post, 29.08.2026</p><p>It went on.</p>'.replace(
      '</h2>',
      '</hl2>',
    )
    const { draft } = await agencyEntry(
      'a.xml',
      story('<hedline><hl1>Gates</hl1></hedline><dateline>Oslo</dateline>', body),
    )
    expect(draft.facts).toMatchObject({ place: 'Oslo', published: null })
    expect(blocksOf(draft.content)).toEqual([
      'paragraph: The gates closed.',
      'heading: Claim',
      'paragraph: Post, 29.08.2026',
      'paragraph: It went on.',
    ])
  })

  it('reads several bylines, and those without a person', async () => {
    const by = (byline: string): Promise<string | null> =>
      agencyEntry('a.xml', story(byline, '<p>The gates closed at six in the morning.</p>')).then(
        ({ draft }) => draft.facts.byline,
      )
    expect(await by('<byline><person>A. Costa</person> and <person>J. Reed</person></byline>')).toBe(
      'A. Costa and J. Reed',
    )
    expect(await by('<byline><person>A. Costa</person> <person>J. Reed</person></byline>')).toBe(
      'A. Costa, J. Reed',
    )
    expect(await by('<byline>By Ana Costa</byline><byline>By Jo Reed</byline>')).toBe('Ana Costa, Jo Reed')
    expect(await by('')).toBeNull()
  })

  it.each([
    ['a cut file', (text: string) => text.slice(0, text.length / 2), 'format-broken'],
    [
      'a story without a text',
      (text: string) => text.replace(/<body\.content>[^]*<\/body\.content>/, ''),
      'text-missing',
    ],
  ])('says so for %s', async (_, damage, code) => {
    const text = damage(new TextDecoder().decode(agencyFile('nitf.xml')).replace(/<note>[^]*<\/note>/, ''))
    const entry = await imported({
      name: 'a.xml',
      bytes: new TextEncoder().encode(text),
      modified: null,
      now,
    })
    expect(entry).toMatchObject({ ok: false, error: { code } })
  })
})
