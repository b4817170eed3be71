import { describe, expect, it } from 'vitest'
import { imported, now } from '../drafts.ts'
import { agencyEntry, blocksOf, linesOf } from './agency-files.ts'

describe('ninjs', () => {
  it('gives the facts of version 3', async () => {
    const { draft } = await agencyEntry('ninjs.json')
    expect(draft).toMatchObject({ importer: 'ninjs', url: 'https://example.org/news/gates' })
    expect(draft.facts).toEqual({
      title: 'Harbour town closes its gates',
      byline: 'Mara Ellison',
      agency: 'Example News',
      place: 'Porto Mar',
      credit: null,
      published: '2026-10-05',
      language: 'en-GB',
      tags: ['water', 'Port of Porto Mar'],
    })
  })

  it('prefers the text that is marked up, and the widest picture', async () => {
    const { content } = (await agencyEntry('ninjs.json')).draft
    expect(blocksOf(content)).toEqual([
      'paragraph: The gates closed at six in the morning.',
      'heading: An old question',
      'paragraph: They had asked for forty years.',
      'figure: The wall at low tide.',
    ])
    expect(content.blocks.at(-1)).toMatchObject({ url: 'https://example.org/wall.jpg' })
    expect(linesOf(content, 'before')).toEqual([
      'slug: porto-gates',
      'headline: First test of the wall',
      'note: Adds the mayor.',
    ])
    expect(linesOf(content, 'after')).toEqual(['note: (c) Example News 2026'])
  })

  it('reads version 1, whose lists are objects and whose text is plain', async () => {
    const { draft } = await agencyEntry('ninjs-1.json')
    expect(draft.url).toBeNull()
    expect(draft.facts).toMatchObject({
      byline: 'Mara Ellison',
      agency: 'Example News',
      place: 'PORTO MAR',
      published: '2026-10-05',
      tags: ['water', 'Porto Mar'],
    })
    expect(draft.yearIsAssumed).toBe(false)
    expect(draft.content.blocks.map(({ kind }) => kind)).toEqual(['dateline', 'paragraph', 'figure'])
  })

  it('reads what is as it should be where other fields are not', async () => {
    const { draft } = await agencyEntry(
      'a.json',
      JSON.stringify({
        uri: 'x',
        versioncreated: 7,
        headline: ['no'],
        subject: 'no',
        associations: [1, { renditions: 5 }],
        body_xhtml: '<p>The gates closed.</p>',
      }),
    )
    expect(draft.content.text).toBe('The gates closed.')
    expect(draft.facts).toMatchObject({ published: null, tags: [] })
  })

  it.each([
    ['broken JSON', '{"uri": "x", "pubstatus": "usable", ', 'format-broken'],
    ['no text', '{"uri": "x", "pubstatus": "usable"}', 'text-missing'],
    [
      'depth without end',
      `{"uri": "x", "pubstatus": "usable", "place": ${'['.repeat(5000)}${']'.repeat(5000)}}`,
      'text-missing',
    ],
  ])('says so for %s', async (_, text, code) => {
    const entry = await imported({
      name: 'a.json',
      bytes: new TextEncoder().encode(text),
      modified: null,
      now,
    })
    expect(entry).toMatchObject({ ok: false, error: { code } })
  })

  it('reads a text that is HTML inside of its lines only, and a caption before a credit', async () => {
    const text = { uri: 'urn:1', headline: 'Gates', versioncreated: '2026-10-05T08:00:00Z', body_xhtml: 'The <b>gates</b> closed<sup >1</sup> at six.' } // prettier-ignore
    expect(blocksOf((await agencyEntry('ninjs.json', JSON.stringify(text))).draft.content)).toEqual([
      'paragraph: The gates closed1 at six.',
    ])
    const picture = { uri: 'urn:2', pubstatus: 'usable', headlines: [{ value: 'Wall' }], descriptions: [{ role: 'creditline', value: 'EXAMPLE NEWS' }, { role: 'caption', value: 'The wall at low tide.' }] } // prettier-ignore
    expect(blocksOf((await agencyEntry('ninjs.json', JSON.stringify(picture))).draft.content)).toEqual([
      'paragraph: The wall at low tide.',
    ])
  })

  it('reads the one item of a server’s answer', async () => {
    const item = {
      uri: 'urn:1',
      pubstatus: 'usable',
      headline: 'Gates',
      body_text: 'The gates closed at six.',
    }
    for (const answer of [{ total: 1, item: [item] }, { items: [item] }]) {
      const { draft } = await agencyEntry('ninjs.json', JSON.stringify(answer))
      expect(draft.facts.title).toBe('Gates')
    }
  })
})
