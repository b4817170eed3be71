import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Draft } from '../../../src/model/article.ts'
import { cpuMsUntil } from '../cpu-ms.ts'
import { checkContent, entryOf } from './drafts.ts'

type Read = { text: string; marked: string[]; bodies: string[]; hidden: string[] }

async function read(markdown: string): Promise<Read> {
  const { draft, notes } = await entryOf('note.md', markdown)
  expect(Draft.safeParse(draft).error).toBeUndefined()
  checkContent(draft)
  const { text, furniture } = draft.content
  const misplaced = notes.filter(({ quote }) => !text.startsWith(quote?.exact ?? '', quote?.start))
  expect(misplaced).toEqual([])
  return {
    text,
    marked: notes.map(({ quote }) => quote?.exact ?? ''),
    bodies: notes.map(({ body }) => body),
    hidden: furniture.filter(({ part }) => part === 'note').map((line) => line.text),
  }
}

describe('what stands between two equals signs on each side', () => {
  test('is a highlight, and the signs are gone from the text', async () => {
    expect(await read('The board ==voted four to three== on Monday.')).toMatchObject({
      text: 'The board voted four to three on Monday.',
      marked: ['voted four to three'],
      bodies: [''],
    })
  })

  test('may be in any block, and hold other marks', async () => {
    const markdown =
      '- one ==*two* `three`==\n\n> ==four==\n\n| a | ==b== |\n| - | - |\n| ==c== | d |\n\n**==five==**'
    const { text, marked } = await read(markdown)
    expect(marked).toEqual(['two three', 'four', 'b', 'c', 'five'])
    expect(text).not.toContain('=')
  })

  test('of two highlights of the same words both are kept apart', async () => {
    const { notes } = await entryOf('n.md', '==Tide== and ==tide== and ==tide==.')
    expect(new Set(notes.map(({ key }) => key)).size).toBe(3)
  })

  test('keeps its key when other highlights come in before it', async () => {
    const before = await entryOf('n.md', 'One.\n\n==Two==.')
    const after = await entryOf('n.md', '==One==.\n\n==Two==.')
    expect(after.notes.map(({ key }) => key)).toContain(before.notes[0]?.key)
  })

  test.each([
    ['an escaped sign', String.raw`\==no== mark`, '==no== mark'],
    ['code', '`a ==b== c`', 'a ==b== c'],
    ['fenced code', '```\na ==b==\n```', 'a ==b=='],
    ['a comparison', 'if a == b and c == d', 'if a == b and c == d'],
    ['a sign without a fellow', 'a ==b', 'a ==b'],
    ['a row of signs', 'a ====b==== c', 'a ====b==== c'],
    ['an underlined heading', 'Before.\n\nTides\n==\n\nText.', 'Before.\n\nTides\n\nText.'],
    [
      'an address',
      'At https://example.com/?a==b and https://example.com/?c==d',
      'At https://example.com/?a==b and https://example.com/?c==d',
    ],
    ['a mark over two paragraphs', 'a ==b\n\nc== d', 'a ==b\n\nc== d'],
  ])('%s is left as it is', async (_, markdown, text) => {
    expect(await read(markdown)).toMatchObject({ text, marked: [] })
  })

  test('an address keeps its signs', async () => {
    const { draft } = await entryOf('n.md', 'See https://example.com/?a==b, [x](https://example.com/?c==d).')
    const links = draft.content.marks.filter((mark) => mark.kind === 'link')
    expect(links.map(({ href }) => href)).toEqual(['https://example.com/?a==b', 'https://example.com/?c==d'])
  })
})

describe('what stands between two percent signs on each side', () => {
  test('behind a highlight is what was written about it', async () => {
    expect(await read('The ==board== %%Which board?%% met. %%Ask Brandt.%%')).toEqual({
      text: 'The board met.',
      marked: ['board'],
      bodies: ['Which board?'],
      hidden: ['Ask Brandt.'],
    })
  })

  test('is out of sight over several blocks, too, and kept', async () => {
    const markdown = 'One. %%from\n\nhere ==on==\n\n- to\n\nhere%% Two.'
    expect(await read(markdown)).toEqual({
      text: 'One.\n\nTwo.',
      marked: [],
      bodies: [],
      hidden: ['from', 'here ==on==', 'to', 'here'],
    })
  })

  test('without an end is text', async () => {
    expect(await read('It rose by 5 %% on Monday.')).toMatchObject({ text: 'It rose by 5 %% on Monday.' })
    expect(await read('100%%')).toMatchObject({ text: '100%%', hidden: [] })
  })
})

test('a character that Unicode keeps out of texts is nobody’s sign', async () => {
  expect(await read('a \ufdd0b\ufdd0 ==c==')).toMatchObject({ text: 'a \ufffdb\ufffd c', marked: ['c'] })
})

test('the names of blocks are no text', async () => {
  expect(await read('The board met. ^a1b2c3\n\n- item ^second-item\n\n^alone\n\n2 ^10')).toMatchObject({
    text: 'The board met.\n\nitem\n\n2 ^10',
  })
})

test('front matter says when a page was clipped', async () => {
  const addedAt = async (line: string): Promise<string | null> =>
    (await entryOf('n.md', `---\n${line}\n---\nText.`)).addedAt
  expect(await addedAt('created: 2026-10-06')).toBe('2026-10-06T00:00:00.000Z')
  expect(await addedAt('created: 2026-10-06T08:30:00+02:00')).toBe('2026-10-06T06:30:00.000Z')
  expect(await addedAt('created: 2026-10-06 08:30')).toBe('2026-10-06T08:30:00.000Z')
  expect(await addedAt('created: "[[2026-10-06]]"')).toBe('2026-10-06T00:00:00.000Z')
  expect(await addedAt('created: yesterday')).toBeNull()
})

test('whatever the signs, the words come through and every note is on its words', async () => {
  const part = fc.constantFrom(
    '==',
    '%%',
    ' ',
    'a',
    'b ',
    '\n\n',
    '`',
    '*',
    '> ',
    '- ',
    '\\',
    '[[c]]',
    ' ^d1',
    '|',
    '=',
    '港',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 40 }), async (parts) => {
      expect((await read(`Tide ${parts.join('')} x`)).text).toContain('Tide')
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['==a==', '==a== '],
  ['%%a%%', '%%a%% '],
  ['signs without fellows', '==a '],
  ['highlights with comments', '==a== %%b%% '],
])('%s over and over is read in time', async (_, piece) => {
  // Under a second; the import worker is stopped after fifteen.
  expect(await cpuMsUntil(() => entryOf('n.md', piece.repeat(10_000)))).toBeLessThan(5000)
})
