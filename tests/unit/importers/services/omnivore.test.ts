import { describe, expect, test } from 'vitest'
import { notesInMarkdown } from '../../../../src/importers/services/omnivore-highlights.ts'
import { zipOf } from '../../main/backed-up.ts'
import { collection, notesOf } from '../collections.ts'

function article(slug: string, more: object = {}): object {
  return {
    id: `id-of-${slug}`,
    slug,
    title: `About ${slug}`,
    description: 'What it is about',
    author: 'Mara Ellison',
    url: `https://example.com/${slug}`,
    state: 'Active',
    readingProgress: 42,
    thumbnail: 'https://example.com/t.jpg',
    labels: ['sea', 'slow web'],
    savedAt: '2024-10-29T16:30:11.000Z',
    updatedAt: '2024-10-31T13:01:28.320Z',
    publishedAt: '2024-10-28T00:00:00.000Z',
    ...more,
  }
}

describe("Omnivore's zip", () => {
  test('gives text, labels, state, progress, dates and highlights', async () => {
    const zip = await zipOf([
      ['metadata_0_to_20.json', JSON.stringify([article('tides'), article('quay', { state: 'Archived' })])],
      ['metadata_20_to_40.json', JSON.stringify([article('fog', { labels: [{ name: 'sky' }] })])],
      ['content/tides.html', '<p>Water keeps no hours.</p><p>Nor does <b>the wind</b>.</p>'],
      [
        'highlights/tides.md',
        '> Water keeps no hours. \n\n#sea #slow web\n\nWhy this?\n\n> the wind \n\nOf it all.\n\n',
      ],
      ['content/fog.pdf', '%PDF-1.4'],
    ])
    const { importer, listing, entries } = await collection('omnivore.zip', zip)
    expect(importer).toBe('omnivore')
    expect(listing.items.map(({ key, notes, hasText }) => [key, notes, hasText])).toEqual([
      ['id-of-tides', 3, true],
      ['id-of-quay', 0, false],
      ['id-of-fog', 0, false],
    ])
    expect(listing.skipped).toEqual([{ where: 'content/fog.pdf', reason: 'unsupported' }])
    expect(listing.unplaced).toEqual(['thumbnail', 'updatedAt'])
    expect(entries[0]).toMatchObject({
      draft: {
        facts: {
          title: 'About tides',
          byline: 'Mara Ellison',
          published: '2024-10-28',
          tags: ['sea', 'slow web'],
        },
        content: { text: 'Water keeps no hours.\n\nNor does the wind.' },
        url: 'https://example.com/tides',
        isOnlyLink: false,
      },
      reading: { isRead: false, progress: 0.42 },
      addedAt: '2024-10-29T16:30:11.000Z',
    })
    expect(notesOf(entries[0]!)).toEqual([
      ['Water keeps no hours.', 'Why this?'],
      ['the wind', ''],
      [null, 'Of it all.'],
    ])
    expect(entries[0]!.notes[0]!.tags).toEqual(['sea', 'slow web'])
    expect(entries[1]).toMatchObject({ draft: { isOnlyLink: true }, reading: { isRead: true } })
    expect(entries[2]!.draft.facts.tags).toEqual(['sky'])
  })

  test('may lie in a folder, and have damaged lists in it', async () => {
    const zip = await zipOf([
      ['export/metadata_0_to_20.json', JSON.stringify([article('tides')])],
      ['export/metadata_20_to_40.json', '[{'],
      ['export/content/tides.html', '<p>Water.</p>'],
    ])
    const { listing } = await collection('omnivore.zip', zip)
    expect(listing.items.map(({ hasText }) => hasText)).toEqual([true])
    expect(listing.skipped).toEqual([{ where: 'export/metadata_20_to_40.json', reason: 'damaged' }])
  })
})

test('one of its lists alone is read as links', async () => {
  const { importer, entries } = await collection('metadata_0_to_20.json', JSON.stringify([article('tides')]))
  expect(importer).toBe('omnivore')
  expect(entries[0]!.draft).toMatchObject({
    isOnlyLink: true,
    content: { text: 'What it is about\n\nhttps://example.com/tides' },
  })
})

describe('its files of highlights', () => {
  function read(text: string): [string | null, string, string[]][] {
    return notesInMarkdown(text).map(({ quote, body, tags }) => [quote?.exact ?? null, body, tags])
  }

  test.each([
    ['a quotation alone', '> One. ', [['One.', '', []]]],
    [
      'several paragraphs of a quotation',
      '> One.\n> Two,\nstill two. ',
      [['One.\n\nTwo,\nstill two.', '', []]],
    ],
    ['a note of several paragraphs', '> One. \n\nFirst.\n\nSecond.', [['One.', 'First.\n\nSecond.', []]]],
    ['labels without a note', '> One. \n\n#a #b c', [['One.', '', ['a', 'b c']]]],
    ['a note that begins as a heading', '> One. \n\n# Head', [['One.', '# Head', []]]],
    [
      'one on the whole article first',
      'Of all.\n\n\n\n> One. ',
      [
        [null, 'Of all.', []],
        ['One.', '', []],
      ],
    ],
    [
      'one on the whole in between',
      '> One. \n\nMine.\n\nOf all.\n\n\n\n> Two. ',
      [
        ['One.', 'Mine.', []],
        [null, 'Of all.', []],
        ['Two.', '', []],
      ],
    ],
    ['nothing', '\n\n', []],
  ])('may have %s', (_, text, notes) => {
    expect(read(text)).toEqual(notes)
  })
})
