import { describe, expect, it } from 'vitest'
import { unzip } from '../../../../main/import/unzip.ts'
import type { CollectionImporter, Listing } from '../../../../src/importers/importer.ts'
import { candidateOf, importerOf } from '../../../../src/importers/read-source.ts'
import { isCollection } from '../../../../src/importers/read-story.ts'
import { now } from '../drafts.ts'
import { agencyEntry, agencyFile, blocksOf, linesOf } from './agency-files.ts'

describe('NewsML-G2', () => {
  it('gives the facts of an item', async () => {
    const { draft } = await agencyEntry('newsml-g2-item.xml')
    expect(draft).toMatchObject({ importer: 'newsml-g2', url: null })
    expect(draft.facts).toEqual({
      title: 'Harbour town closes its gates',
      byline: 'Mara Ellison and Jo Reed',
      agency: 'Example News',
      place: 'Porto Mar',
      credit: 'EX/Harbour Desk',
      published: '2026-10-05',
      language: 'pt-PT',
      tags: ['water', 'gates'],
    })
  })

  it('keeps text, picture and the lines around it, and not what is there twice', async () => {
    const { content } = (await agencyEntry('newsml-g2-item.xml')).draft
    expect(blocksOf(content)).toEqual([
      'paragraph: The gates closed at six in the morning.',
      'heading: An old question',
      'paragraph: They had asked for forty years.',
      'figure: The wall at low tide.',
    ])
    expect(content.blocks.at(-1)).toMatchObject({ url: 'https://example.org/wall.jpg' })
    expect(linesOf(content, 'before')).toEqual([
      'slug: PORTO-GATES',
      'headline: First test of the wall',
      'note: Adds the mayor.',
    ])
    expect(linesOf(content, 'after')).toEqual(['note: (c) Example News 2026'])
  })

  it('reads NITF and text in an item', async () => {
    const item = (content: string): string =>
      `<newsItem guid="a"><contentMeta><headline>Gates</headline></contentMeta><contentSet>${content}</contentSet></newsItem>`
    const nitf = await agencyEntry(
      'a.xml',
      item(
        '<inlineXML><nitf><body><body.head><byline>By Ana Costa</byline></body.head><body.content><p>The gates closed.</p></body.content></body></nitf></inlineXML>',
      ),
    )
    expect(nitf.draft.facts.byline).toBe('Ana Costa')
    expect(nitf.draft.content.text).toBe('The gates closed.')
    const plain = await agencyEntry(
      'a.xml',
      item(
        '<inlineData contenttype="text/plain">The gates closed &amp; stayed.\n\nNobody looked up.</inlineData>',
      ),
    )
    expect(plain.draft.content.text).toBe('The gates closed & stayed.\n\nNobody looked up.')
    const html = await agencyEntry(
      'a.xml',
      item(
        '<inlineData contenttype="text/html"><![CDATA[<p>The <b>gates</b></p><p>closed.</p>]]></inlineData>',
      ),
    )
    expect(html.draft.content.text).toBe('The gates\n\nclosed.')
  })

  it('lists the stories of a message, and skips what is none', async () => {
    const item = new TextDecoder().decode(agencyFile('newsml-g2-item.xml')).replace(/^<\?xml.*\?>/, '')
    const picture =
      '<newsItem guid="urn:wall"><contentMeta/><contentSet><remoteContent href="https://example.org/w.jpg"/></contentSet></newsItem>'
    const again = item.replace('closes its gates', 'opens its gates')
    const { importer, listing } = await listed(
      `<newsMessage><itemSet>${item}${picture}<packageItem guid="urn:all"/>${again}</itemSet></newsMessage>`,
    )
    expect(importer.id).toBe('newsml-g2-message')
    expect(listing.items.map(({ key }) => key)).toEqual(['urn:newsml:example.org:20261005:gates'])
    expect(listing.skipped).toEqual([
      { where: 'urn:wall', reason: 'unsupported' },
      { where: 'urn:all', reason: 'unsupported' },
      { where: 'urn:newsml:example.org:20261005:gates', reason: 'repeated' },
    ])
    const entry = await importer.read(listing.items[0]!.record, now)
    expect(entry).toMatchObject({
      value: {
        draft: { facts: { byline: 'Mara Ellison and Jo Reed', title: 'Harbour town opens its gates' } },
      },
    })
  })
})

describe('NewsML 1', () => {
  it('gives the facts of the components around the text', async () => {
    const { draft } = await agencyEntry('newsml-1.xml')
    expect(draft).toMatchObject({ importer: 'newsml-1', encoding: 'utf-8' })
    expect(draft.facts).toEqual({
      title: 'Le port ferme ses portes',
      byline: 'Mara Ellison',
      agency: 'AFP',
      place: 'PORTO MAR',
      credit: null,
      published: '2026-10-05',
      language: 'fr',
      tags: ['port', 'portes', 'marée'],
    })
  })

  it('takes the text of the main component, and a picture once', async () => {
    const { content } = (await agencyEntry('newsml-1.xml')).draft
    expect(blocksOf(content)).toEqual(['paragraph: Les portes se sont fermées à six heures.', 'figure: '])
    expect(linesOf(content, 'before')).toEqual(['date: PORTO MAR, 5 oct 2026 (AFP) -', 'slug: port-portes'])
    expect(linesOf(content, 'after')).toEqual(['note: (c) Exemple 2026', 'signoff: mae/jor'])
  })

  it('lists several items', async () => {
    const text = new TextDecoder().decode(agencyFile('newsml-1.xml'))
    const [item] = /<NewsItem [^]*<\/NewsItem>/.exec(text)!
    const { importer, listing } = await listed(text.replace(item, item + item.replaceAll('gates', 'wall')))
    expect(importer.id).toBe('newsml-1-items')
    expect(listing.items.map(({ key, title }) => [key, title])).toEqual([
      ['urn:newsml:example.org:20261005:gates:1', 'Le port ferme ses portes'],
      ['urn:newsml:example.org:20261005:wall:1', 'Le port ferme ses portes'],
    ])
    for (const { record } of listing.items)
      expect(await importer.read(record, now)).toMatchObject({ ok: true })
  })
})

async function listed(text: string): Promise<{ importer: CollectionImporter; listing: Listing }> {
  const source = { name: 'a.xml', bytes: new TextEncoder().encode(text), modified: null, now }
  const candidate = await candidateOf(source, unzip)
  if (!candidate.ok) throw new Error(candidate.error.code)
  const importer = importerOf(candidate.value)
  if (!importer.ok || !isCollection(importer.value)) throw new Error('no collection')
  const listing = await importer.value.list(candidate.value)
  if (!listing.ok) throw new Error(JSON.stringify(listing.error))
  return { importer: importer.value, listing: listing.value }
}

it('a dateline apart that has neither a day nor an agency is a place, however it is shortened', async () => {
  const item = new TextDecoder().decode(agencyFile('newsml-g2-item.xml'))
  const text = item.replace(/<\/(\w+:)?headline>/, '$&<$1dateline>FORT MAR, Pa.</$1dateline>')
  const { draft } = await agencyEntry('item.xml', text)
  expect(draft.facts).toMatchObject({ agency: 'Example News', place: 'FORT MAR, Pa.' })
})
