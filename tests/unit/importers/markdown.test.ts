import { describe, expect, test } from 'vitest'
import { Draft } from '../../../src/model/article.ts'
import { cpuMsUntil } from '../cpu-ms.ts'
import { checkContent, draftOf } from './drafts.ts'

async function blocksOf(markdown: string): Promise<[kind: string, text: string][]> {
  const { content } = await draftOf('note.md', markdown)
  return content.blocks.map(({ kind, span }) => [kind, content.text.slice(span.start, span.end)])
}

async function marksOf(markdown: string): Promise<string[][]> {
  const { content } = await draftOf('note.md', markdown)
  return content.marks.map((mark) => [
    mark.kind,
    content.text.slice(mark.span.start, mark.span.end),
    ...(mark.kind === 'link' ? [mark.href] : []),
  ])
}

const clipping = `---
title: "A small page about tides: a \\"note\\""
source: "https://example.com/tides"
author:
  - "[[Mara Ellison]]"
  - "[[people/brandt|Otto Brandt]]"
published: 2026-10-05
created: 2026-10-06
description: "The tide table on the wall…"
tags:
  - "clippings"
  - "#tides"
language: en-GB
---
The tide table on the wall was printed in 1961.
`

describe('front matter', () => {
  test('as Obsidian’s clipper writes it gives the facts, and is kept as it stands', async () => {
    const draft = await draftOf('clip.md', clipping)
    expect(draft.facts).toEqual({
      title: 'A small page about tides: a "note"',
      byline: 'Mara Ellison, Otto Brandt',
      published: '2026-10-05',
      language: 'en-GB',
      tags: ['clippings', 'tides'],
      agency: null,
      place: null,
      credit: null,
    })
    expect(draft.url).toBe('https://example.com/tides')
    expect(draft.content.text).toBe('The tide table on the wall was printed in 1961.')
    expect(draft.content.furniture[0]?.text).toBe(clipping.slice(0, clipping.indexOf('\nThe tide')))
  })

  test('with a time, in one line, and with Windows line ends', async () => {
    const draft = await draftOf(
      'n.md',
      '\ufeff---\r\ndate: 2026-10-05T08:00:00+02:00\r\ntags: a, b\r\n---\r\nText.',
    )
    expect(draft.facts).toMatchObject({ published: '2026-10-05', tags: ['a', 'b'] })
  })

  test.each([
    ['broken', '---\ntitle: "open\n---\nText.'],
    ['a list', '---\n- a\n---\nText.'],
    ['never closed', '---\ntitle: a\n\nText.'],
    ['further down', 'Text.\n\n---\n\nnot: front matter\n\n---'],
    [
      'a bomb',
      `---\na: &a [x,x]\n${'bcdefghijk'.replace(/./g, (key, index) => `${key}: &${key} [*${'abcdefghij'[index]},*${'abcdefghij'[index]}]\n`)}---\nText.`,
    ],
  ])('%s stays text and fails nothing', async (_, markdown) => {
    expect((await draftOf('n.md', markdown)).content.text).toContain('ext.')
  })

  test('says what it says only where it is of the right kind', async () => {
    const draft = await draftOf(
      'n.md',
      '---\ntitle: [a, {b: c}]\nsource: "javascript:alert(1)"\npublished: soon\ntags: {a: b}\n---\nText.',
    )
    expect(draft).toMatchObject({ url: null, facts: { title: 'a', published: null, tags: [] } })
  })
})

test('every kind of block is read', async () => {
  const markdown = [
    '# Tides',
    'One *two*\nthree.',
    '## More',
    '> said\n>\n> > deeper',
    '3. third\n   - inner\n4. fourth',
    '- [x] done',
    '```js\na\n\nb\n```',
    '| a | b |\n| - | - |\n| 1 | **2** |',
    '---',
    'End.[^n]\n\n[^n]: A note.',
  ].join('\n\n')
  expect(await blocksOf(markdown)).toEqual([
    ['paragraph', 'One two three.'],
    ['heading', 'More'],
    ['quotation', 'said'],
    ['quotation', 'deeper'],
    ['listItem', 'third'],
    ['listItem', 'inner'],
    ['listItem', 'fourth'],
    ['listItem', '[x] done'],
    ['code', 'a\n\nb'],
    ['table', 'a\tb\n1\t2'],
    ['rule', ''],
    ['paragraph', 'End.n'],
    ['footnote', 'A note.'],
  ])
  const draft = await draftOf('note.md', markdown)
  expect(draft.facts.title).toBe('Tides')
  expect(draft.content.furniture).toEqual([{ part: 'headline', position: 'before', text: 'Tides' }])
  expect(draft.content.blocks.filter((block) => block.kind === 'listItem')).toMatchObject([
    { depth: 0, number: 3 },
    { depth: 1, number: null },
    { depth: 0, number: 4 },
    { depth: 0, number: null },
  ])
  expect(Draft.safeParse(draft).error).toBeUndefined()
  checkContent(draft)
})

test('cells of a table are spans of its text', async () => {
  const { content } = await draftOf('t.md', 'Before.\n\n| a | b |\n| - | - |\n| 1 | **2** |')
  const table = content.blocks.find((block) => block.kind === 'table')
  expect(table?.rows.map((row) => row.map(({ start, end }) => content.text.slice(start, end)))).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(await marksOf('Before.\n\n| a | b |\n| - | - |\n| 1 | **2** |')).toEqual([['strong', '2']])
})

test('marks cover exactly the words they cover', async () => {
  expect(
    await marksOf('First.\n\nA *b **c** d* `e` ~~f~~ and [g *h*][1].\n\n[1]: https://example.com/'),
  ).toEqual([
    ['emphasis', 'b c d'],
    ['strong', 'c'],
    ['code', 'e'],
    ['strike', 'f'],
    ['link', 'g h', 'https://example.com/'],
    ['emphasis', 'h'],
  ])
})

describe('hostile', () => {
  test('HTML is visible text, never markup', async () => {
    const blocks = await blocksOf('<script>alert(1)</script>\n\nA <img src=x onerror=alert(1)> b.')
    expect(blocks).toEqual([
      ['paragraph', '<script>alert(1)</script>'],
      ['paragraph', 'A <img src=x onerror=alert(1)> b.'],
    ])
  })

  test('only links to the web and to mail lead anywhere', async () => {
    const markdown =
      '[a](javascript:alert(1)) [b](file:///etc/passwd) [c](data:text/html,x) [d](vbscript:x) [e](/relative) ' +
      '[f](https://example.com) [g](mailto:mara@example.com) [h](HTTP://example.com) [i]( javascript:x )'
    expect((await marksOf(markdown)).map(([, text]) => text)).toEqual(['f', 'g', 'h'])
    expect(await blocksOf(markdown)).toEqual([['paragraph', 'a b c d e f g h i']])
  })

  test.each([
    ['quotations', '> '.repeat(50_000) + 'deep'],
    ['lists', '- '.repeat(50_000) + 'deep'],
    ['indented lists', Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- deep`).join('\n')],
    ['emphasis', '*a '.repeat(5000) + 'deep' + ' b*'.repeat(5000)],
    ['asterisks', `${'*'.repeat(20_000)}deep${'*'.repeat(20_000)}`],
    ['brackets', '['.repeat(20_000) + 'deep'],
    ['underlines', 'deep\n=\n'.repeat(20_000)],
    ['one line', 'deep water. '.repeat(200_000)],
    ['one paragraph', 'deep water.\n'.repeat(200_000)],
  ])('%s without end are read in time', async (_, markdown) => {
    let text = ''
    // Two seconds here; the import worker is stopped after fifteen.
    expect(
      await cpuMsUntil(async () => (text = (await draftOf('deep.md', markdown)).content.text)),
    ).toBeLessThan(10_000)
    expect(text).toContain('deep')
  })
})

describe('a wire story kept as Markdown', async () => {
  const markdown =
    '# Harbour to replace 1961 tide table\n\nBy Mara Ellison\n\nLONDON, Oct 5 (Reuters) - The *board* met.\n\n' +
    'It voted 4-3.\n\n(Reporting by Mara Ellison)\n'
  const draft = await draftOf('story.md', markdown, '2026-10-06T00:00:00Z')

  test('has the facts of the story', async () => {
    expect(draft.facts).toMatchObject({
      title: 'Harbour to replace 1961 tide table',
      byline: 'Mara Ellison',
      place: 'LONDON',
      agency: 'Reuters',
      published: '2026-10-05',
      credit: 'Reporting by Mara Ellison',
    })
    expect(draft.content.text).toBe('LONDON, Oct 5 (Reuters) - The board met.\n\nIt voted 4-3.')
    expect(draft.content.blocks.map(({ kind }) => kind)).toEqual(['dateline', 'paragraph'])
    checkContent(draft)
  })

  test('keeps its marks where they were', async () => {
    const [mark] = draft.content.marks
    expect(draft.content.text.slice(mark?.span.start, mark?.span.end)).toBe('board')
  })
})

describe('pictures', () => {
  test('alone in a paragraph are figures with what they show and their captions', async () => {
    const { content } = await draftOf(
      'n.md',
      '![A tide table](https://example.com/p.png "From 1961")\n\n[![](https://example.com/q.png)](https://example.com)\n\nText.',
    )
    expect(content.blocks).toMatchObject([
      { kind: 'figure', url: 'https://example.com/p.png', alt: 'A tide table', file: null },
      { kind: 'figure', url: 'https://example.com/q.png', alt: '' },
      { kind: 'paragraph' },
    ])
    expect(content.text).toBe('From 1961\n\nText.')
    checkContent(
      await draftOf('n.md', '![a](https://example.com/p.png)\n\nText.\n\n![b](https://example.com/q.png)'),
    )
  })

  test.each([
    ['among words', 'The ![table](https://example.com/p.png) hung there.', 'The table hung there.'],
    ['of a file', '![The table](tables/1961.png)', 'The table'],
    ['of Obsidian’s', '![[1961.png]] and ![[tables/1961.png|the table]]', '1961.png and the table'],
  ])('%s are what they show', async (_, markdown, text) => {
    expect(await blocksOf(markdown)).toEqual([['paragraph', text]])
  })
})

describe('footnotes', () => {
  const markdown =
    'It was wrong.[^1] Twice.[^b]\n\n[^1]: By *nine* minutes.\n\n    And more.\n\n[^b]: Ask Brandt.'

  test('are blocks of their own, and what refers to them says so', async () => {
    const { content } = await draftOf('n.md', markdown)
    expect(content.text).toBe('It was wrong.1 Twice.b\n\nBy nine minutes.\n\nAnd more.\n\nAsk Brandt.')
    expect(content.blocks.slice(1)).toMatchObject([
      { kind: 'footnote', label: '1' },
      { kind: 'footnote', label: null },
      { kind: 'footnote', label: 'b' },
    ])
    expect(content.marks.filter((mark) => mark.kind === 'footnoteReference')).toMatchObject([
      { label: '1', span: { start: 13, end: 14 } },
      { label: 'b' },
    ])
  })
})

test('the first line of a callout is its title', async () => {
  const markdown =
    '> [!warning]- Spring *tides*\n> The table\n> is off.\n\n> [!NOTE]\n> Ask.\n\n> [x] no callout'
  expect(await blocksOf(markdown)).toEqual([
    ['quotation', 'Spring tides'],
    ['quotation', 'The table is off.'],
    ['quotation', 'Note'],
    ['quotation', 'Ask.'],
    ['quotation', '[x] no callout'],
  ])
})

test('a note that begins with a short line keeps it', async () => {
  expect(await blocksOf('Shopping\n\nBread.')).toEqual([
    ['paragraph', 'Shopping'],
    ['paragraph', 'Bread.'],
  ])
})
