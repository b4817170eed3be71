import { describe, expect, test } from 'vitest'
import { cpuMsUntil } from '../../cpu-ms.ts'
import { collection, notesOf } from '../collections.ts'

function clipping(details: string, text: string, book = 'Tides (Ellison, Mara)'): string {
  return `${book}\r\n- ${details}\r\n\r\n${text}\r\n==========\r\n`
}

function highlight(location: string, text: string): string {
  return clipping(`Your Highlight on Location ${location} | Added on Monday, 5 October 2026 09:00:00`, text)
}

function note(location: string, text: string): string {
  return clipping(`Your Note on Location ${location} | Added on Monday, 5 October 2026 09:01:00`, text)
}

async function notesIn(...clippings: string[]): Promise<[string | null, string][]> {
  const { entries } = await collection('My Clippings.txt', clippings.join(''))
  return entries.flatMap(notesOf)
}

describe('the clippings of a book', () => {
  test('are an article of its highlights in the order of the book', async () => {
    const { importer, entries, listing } = await collection(
      'My Clippings.txt',
      highlight('30-31', 'Last.') +
        highlight('10-11', 'First.') +
        highlight('20-21', 'Next.\r\n\r\nAnd more.'),
    )
    expect(importer).toBe('kindle')
    expect(listing).toMatchObject({
      skipped: [],
      unplaced: [],
      items: [{ title: 'Tides', url: null, notes: 3 }],
    })
    expect(entries[0]).toMatchObject({
      draft: { facts: { title: 'Tides', byline: 'Mara Ellison' }, isOnlyLink: false },
      addedAt: '2026-10-05T09:00:00.000Z',
    })
    expect(entries[0]?.draft.content.text).toBe('First.\n\nNext.\n\nAnd more.\n\nLast.')
    expect(notesOf(entries[0]!)).toEqual([
      ['First.', ''],
      ['Next.\n\nAnd more.', ''],
      ['Last.', ''],
    ])
  })

  test('say on which page each of them begins', async () => {
    const { entries } = await collection(
      'a.txt',
      clipping('Your Highlight on page 12-13 | Added on Monday, 5 October 2026 09:00:00', 'Twelve.') +
        clipping(
          'Your Highlight on page 9 | Location 100-101 | Added on Monday, 5 October 2026 09:00:00',
          'Nine.',
        ),
    )
    expect(entries[0]?.draft.content.blocks).toMatchObject([{ page: 12 }, { page: 9 }])
  })

  test('are one article in whatever language the device was then', async () => {
    const { entries } = await collection(
      'a.txt',
      highlight('1-2', 'One.') +
        clipping('Ihre Markierung bei Position 3-4 | Hinzugefügt am 5. Oktober 2026 9:00:00', 'Zwei.'),
    )
    expect(entries.map(notesOf)).toEqual([
      [
        ['One.', ''],
        ['Zwei.', ''],
      ],
    ])
  })
})

describe('a highlight whose ends were moved', () => {
  test('is there once, with all its words', async () => {
    expect(
      await notesIn(
        highlight('10-11', 'voted four to'),
        highlight('9-12', 'The board “voted four to three”.'),
      ),
    ).toEqual([['The board “voted four to three”.', '']])
    expect(await notesIn(highlight('9-12', 'The board voted.'), highlight('10-11', 'board'))).toHaveLength(1)
  })

  test('is told apart from the same words elsewhere, and from its neighbours', async () => {
    expect(await notesIn(highlight('10-11', 'Tides.'), highlight('20-21', 'Tides.'))).toHaveLength(2)
    expect(await notesIn(highlight('10-12', 'The board.'), highlight('12-13', 'The harbour.'))).toHaveLength(
      2,
    )
  })

  test('keeps the notes on what it was before', async () => {
    expect(
      await notesIn(highlight('10-11', 'voted'), note('11', 'Why?'), highlight('10-12', 'voted twice')),
    ).toEqual([['voted twice', 'Why?']])
  })

  test('is counted among what was skipped', async () => {
    const { listing } = await collection(
      'a.txt',
      highlight('10-11', 'voted') + highlight('10-12', 'voted twice'),
    )
    expect(listing.skipped).toMatchObject([{ reason: 'repeated' }])
  })
})

describe('a note', () => {
  test('belongs to the highlight that it is in or at the end of, before or behind it in the file', async () => {
    expect(
      await notesIn(
        note('12', 'Early.'),
        highlight('10-12', 'One.'),
        highlight('30-34', 'Two.'),
        note('33', 'Inside.'),
      ),
    ).toEqual([
      ['One.', 'Early.'],
      ['Two.', 'Inside.'],
    ])
  })

  test('belongs to the nearest of two highlights', async () => {
    expect(
      await notesIn(highlight('10-20', 'Long.'), highlight('12-15', 'Short.'), note('15', 'Why?')),
    ).toEqual([
      ['Long.', ''],
      ['Short.', 'Why?'],
    ])
  })

  test('elsewhere is one on the whole', async () => {
    expect(await notesIn(highlight('10-11', 'One.'), note('50', 'By itself.'))).toEqual([
      ['One.', ''],
      [null, 'By itself.'],
    ])
    expect(await notesIn(note('50', 'Nothing else.'))).toEqual([[null, 'Nothing else.']])
  })

  test('that was written anew is there once; several are joined', async () => {
    expect(
      await notesIn(highlight('1-2', 'One.'), note('2', 'Why'), note('2', 'Why not?'), note('2', 'Ask.')),
    ).toEqual([['One.', 'Why not?\n\nAsk.']])
  })
})

describe('taken in again after more was read', () => {
  test('all keys are the same, and only what is new has new ones', async () => {
    const before = await collection('a.txt', highlight('10-11', 'One.') + note('70', 'Alone.'))
    const after = await collection(
      'b.txt',
      highlight('1-2', 'Zero.') + highlight('10-11', 'One.') + note('70', 'Alone.'),
    )
    expect(after.listing.items[0]?.key).toBe(before.listing.items[0]?.key)
    const keys = (entries: typeof before.entries): string[] =>
      entries.flatMap(({ notes }) => notes.map(({ key }) => key))
    const known = new Set(keys(before.entries))
    expect(keys(after.entries).filter((key) => !known.has(key))).toHaveLength(1)
    expect(new Set(keys(after.entries)).size).toBe(3)
  })
})

describe('clippings in a language that nobody has heard of', () => {
  const strange = (place: string, text: string): string =>
    clipping(`Xyzzy ${place} | Frobbed 5 Blarg 2026 09.00.00`, text)

  test('are quotations of their book, wherever they stand in it', async () => {
    const { importer, entries } = await collection(
      'My Clippings.txt',
      strange('plugh 30', 'At one place.') +
        strange('plugh 10-10', 'In a range of one.') +
        strange('iv', 'Nowhere.'),
    )
    expect(importer).toBe('kindle')
    expect(entries[0]?.draft.facts).toMatchObject({ title: 'Tides', byline: 'Mara Ellison' })
    expect(new Set(entries.flatMap(notesOf).map(([quote]) => quote))).toEqual(
      new Set(['At one place.', 'In a range of one.', 'Nowhere.']),
    )
  })

  test('are notes where they stand at a place of a highlight, and bookmarks where they are empty', async () => {
    const { entries, listing } = await collection(
      'My Clippings.txt',
      strange('plugh 12', 'Why?') + strange('plugh 10-14', 'The board voted.') + strange('plugh 60', ''),
    )
    expect(entries.flatMap(notesOf)).toEqual([['The board voted.', 'Why?']])
    expect(listing.skipped).toMatchObject([{ reason: 'nothing' }])
  })
})

describe('what is no text', () => {
  test.each([
    ['a bookmark', clipping('Your Bookmark on Location 3 | Added on Monday, 5 October 2026 09:00:00', '')],
    ['an empty highlight', highlight('3-4', '')],
    [
      'what the publisher holds back',
      highlight('3-4', ' <You have reached the clipping limit for this item>'),
    ],
    ['the same in French', highlight('3-4', '<Vous avez atteint la limite maximale pour ce contenu>')],
    ['the same in Japanese', highlight('3-4', '<このアイテムのクリップの上限に達しました>')],
    ['the same in Chinese', highlight('3-4', '<您已达到本内容的剪贴上限>')],
  ])('%s is skipped', async (_, empty) => {
    const { listing, entries } = await collection('a.txt', highlight('1-2', 'One.') + empty)
    expect(listing.skipped).toMatchObject([{ reason: 'nothing' }])
    expect(entries.flatMap(notesOf)).toEqual([['One.', '']])
  })

  test('of what is held back in the middle the beginning is kept', async () => {
    const text = 'The first words <You have reached the clipping limit set by the publisher, Tides & Sons>'
    expect(await notesIn(highlight('3-4', text))).toEqual([['The first words', '']])
  })

  test('a clipping that is none is told', async () => {
    const { listing } = await collection(
      'a.txt',
      `${highlight('1-2', 'One.')}Torn\r\nhalf a line\r\n==========\r\n`,
    )
    expect(listing.skipped).toEqual([{ where: 'Torn', reason: 'damaged' }])
  })
})

describe('titles and authors', () => {
  test.each([
    ['Tides (Mara Ellison)', 'Tides', 'Mara Ellison'],
    ['Tides (Ellison, Mara)', 'Tides', 'Mara Ellison'],
    ['Tides (Ellison, Mara;Brandt, Otto)', 'Tides', 'Mara Ellison, Otto Brandt'],
    ['Tides (Mara Ellison, Otto Brandt)', 'Tides', 'Mara Ellison, Otto Brandt'],
    [
      'Tides (The Harbour, Book 2) (García Márquez, Ana)',
      'Tides (The Harbour, Book 2)',
      'Ana García Márquez',
    ],
    ['Tides (Author (ed.))', 'Tides', 'Author (ed.)'],
    ['Tides', 'Tides', null],
    ['Tides_and_Times', 'Tides_and_Times', null],
    ['Tides (A Novel)  ', 'Tides (A Novel)', null],
    ['Tides :) again', 'Tides :) again', null],
    ['飘（上下） (外国文学) ((美)米切尔)', '飘（上下） (外国文学)', '(美)米切尔'],
    ['阿特拉斯 (（安·兰德）)', '阿特拉斯', '安·兰德'],
    ['规模（杰弗里）', '规模', '杰弗里'],
    ['(Mara Ellison)', '(Mara Ellison)', null],
  ])('%s', async (line, title, byline) => {
    const { entries } = await collection(
      'a.txt',
      clipping('Your Highlight on Location 1-2 | Added on 5 October 2026', 'One.', line),
    )
    expect(entries[0]?.draft.facts).toMatchObject({ title, byline })
  })
})

test('a byte order mark before every title changes nothing', async () => {
  const { entries } = await collection(
    'a.txt',
    `\ufeff${highlight('1-2', 'One.')}\ufeff${highlight('3-4', 'Two.')}`,
  )
  expect(entries).toHaveLength(1)
})

test('a text with dashes and rows of signs is no clippings file', async () => {
  const { candidate, recognised } = await import('../samples/sample.ts')
  const text = 'Tides\n- 12 boats\n\n==========\n\nThe board met.\n'
  expect(recognised(await candidate('a.txt', new TextEncoder().encode(text)))).toBe('plain-text')
})

test('five thousand clippings are listed in well under a second', async () => {
  const some = Array.from({ length: 5000 }, (_, index) => {
    const book = `Book ${index % 100} (Ellison, Mara)`
    const details = `Your Highlight on page ${index} | Location ${index * 10}-${index * 10 + 3} | Added on Monday, 5 October 2026 09:00:00`
    return clipping(details, `The board voted ${index} times about the tide table of 1961. `.repeat(4), book)
  })
  const { kindle } = await import('../../../../src/importers/kindle/kindle.ts')
  const { candidate } = await import('../samples/sample.ts')
  const file = await candidate('My Clippings.txt', new TextEncoder().encode(some.join('')))
  // Some 0.3 s.
  expect(
    await cpuMsUntil(async () => expect(await kindle.list(file)).toMatchObject({ ok: true })),
  ).toBeLessThan(2000)
})

test.each([
  [
    'highlights at one place',
    Array.from({ length: 20_000 }, (_, index) => highlight('1-2', `Words ${index}`)),
  ],
  ['notes at one place', Array.from({ length: 20_000 }, (_, index) => note('1', `Words ${index}`))],
  ['limits', [highlight('1-2', '<limit'.repeat(100_000))]],
  ['words for a limit', [highlight('1-2', `<${'limi'.repeat(100_000)}`)]],
  ['words for a page', [highlight('1-2', 'One.'), clipping('sayfa'.repeat(100_000), 'Two.')]],
  [
    'brackets',
    [
      highlight('1-2', 'One.'),
      clipping('Your Highlight on Location 1-2 | Added on 5 October 2026', 'Two.', ')'.repeat(100_000)),
    ],
  ],
])('%s without end are read in time', async (_, clippings) => {
  // A second or two; the import worker is stopped after fifteen.
  expect(await cpuMsUntil(() => notesIn(...clippings))).toBeLessThan(10_000)
})
