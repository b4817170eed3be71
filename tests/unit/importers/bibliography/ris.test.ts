import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../../src/importers/entry.ts'
import { cpuMs } from '../../cpu-ms.ts'
import { risRecords } from '../../../../src/importers/bibliography/ris-records.ts'
import { collection, notesOf } from '../collections.ts'

async function one(...lines: string[]): Promise<Entry> {
  const { importer, entries } = await collection('a.ris', ['TY  - JOUR', ...lines, 'ER  - ', ''].join('\n'))
  expect(importer).toBe('ris')
  expect(entries).toHaveLength(1)
  return entries[0]!
}

describe('a record', () => {
  test('gives title, authors, day, address, tags, language, abstract and notes', async () => {
    const entry = await one(
      'TI  - Tides & <i>times</i>',
      'AU  - Ellison, Mara',
      'AU  - King, Martin, Jr.',
      'AU  - The Harbour Board',
      'T2  - Tide Quarterly',
      'VL  - 5',
      'IS  - 6',
      'SP  - 200',
      'EP  - 210',
      'DA  - 2026/10/05/',
      'PY  - 2026',
      'Y2  - 2026/10/06/09:12:04',
      'UR  - https://example.com/tides',
      'KW  - essays',
      'KW  - slow web; harbours',
      'LA  - en-GB',
      'AB  - The table was wrong.',
      'N1  - <p>Ask <b>Brandt</b> &amp; <a href="https://example.com">see</a>.</p><ul><li>one</li></ul>',
    )
    expect(entry.draft).toMatchObject({
      url: 'https://example.com/tides',
      isOnlyLink: true,
      facts: {
        title: 'Tides & times',
        byline: 'Mara Ellison, Martin King Jr., The Harbour Board',
        published: '2026-10-05',
        language: 'en-GB',
        tags: ['essays', 'slow web', 'harbours'],
      },
    })
    expect(entry.addedAt).toBe('2026-10-06T09:12:04.000Z')
    expect(entry.draft.content.text).toContain('The table was wrong.\n\n')
    expect(entry.draft.content.text).toContain('Tide Quarterly, vol. 5, no. 6, pp. 200–210')
    expect(notesOf(entry)).toEqual([[null, 'Ask **Brandt** & [see](https://example.com).\n\n- one']])
  })

  test.each([
    ['DA  - 2026/10/05/', '2026-10-05'],
    ['PY  - 2026/10/5', '2026-10-05'],
    ['Y1  - 2026/10/05/Autumn', '2026-10-05'],
    ['DA  - 2026-10-05', '2026-10-05'],
    ['DA  - October 5, 2026', '2026-10-05'],
    ['PY  - 2026///', null],
    ['PY  - 2026/10//', null],
    ['DA  - 2026/02/31/', null],
  ])('of %s was published on %s', async (line, published) => {
    expect((await one('TI  - Tides', line)).draft.facts.published).toBe(published)
  })

  test('without an address is led to by its DOI; without either it is a text', async () => {
    expect((await one('TI  - Tides', 'DO  - doi:10.1000/tides.5')).draft.url).toBe(
      'https://doi.org/10.1000/tides.5',
    )
    expect((await one('TI  - Tides', 'A1  - Ellison, M.', 'PY  - 2019')).draft).toMatchObject({
      url: null,
      isOnlyLink: false,
      content: { text: 'M. Ellison: Tides. 2019' },
    })
  })

  test('may break its lines anywhere', async () => {
    const entry = await one('TI  - Tides', 'AB  - The table on', 'the wall was', '', 'wrong.', 'KW  - essays')
    expect(entry.draft.content.text).toContain('The table on the wall was\n\nwrong.')
    expect(entry.draft.facts.tags).toEqual(['essays'])
  })
})

describe('a file', () => {
  test('of several records, with Windows line ends, a byte order mark, single spaces and no end of the last', async () => {
    const text =
      '\ufeffTY  - NEWS\r\nTI  - One\r\nER  - \r\n\r\n\r\nTY - BOOK\r\nTI - Two\r\nAU - Brandt, Otto\r\nTY  - BOOK\r\nT1  - Three'
    const { entries } = await collection('a.txt', text)
    expect(entries.map(({ draft }) => draft.facts.title)).toEqual(['One', 'Two', 'Three'])
  })

  test('tells of records with nothing in them, of repeated ones, and of fields without a place', async () => {
    const record = 'TY  - BOOK\nTI  - One\nM3  - Hardback\nER  - \n'
    const { listing } = await collection('a.ris', `${record}TY  - BOOK\nER  - \n${record}`)
    expect(listing.items).toHaveLength(1)
    expect(listing.skipped.map(({ reason }) => reason)).toEqual(['nothing', 'repeated'])
    expect(listing.unplaced).toEqual(['M3'])
  })

  test('has the same keys when more was added to it', async () => {
    const one = 'TY  - BOOK\nTI  - One\nER  - \n'
    const before = await collection('a.ris', one)
    const after = await collection('b.ris', `TY  - BOOK\nTI  - Zero\nER  - \n${one}`)
    expect(after.listing.items[1]?.key).toBe(before.listing.items[0]?.key)
  })
})

test.each(['TY  - ', 'a\n', '\n', ' ', 'AB  - x\n', 'AB  - x\ny\n\n'])(
  '“%s” over and over is read in time',
  (piece) => {
    // Some 0.1 s; whatever grows with the square of the length takes minutes.
    expect(cpuMs(() => risRecords(`TY  - BOOK\nAB  - x${piece.repeat(100_000)}`))).toBeLessThan(5000)
  },
)
