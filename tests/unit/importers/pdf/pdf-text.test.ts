import { describe, expect, it } from 'vitest'
import { blocksOf, entryOf, lines, madePdf } from './made-pdf.ts'

const harbour = [
  'The harbour of Lund was empty when the first boats came in, and nobody',
  'on the quay could say where the others were, or whether they would',
  'come before the tide had turned.',
]
const lamp = [
  'A lamp burned in the window of the customs house. It had burned there',
  'all night, as the keeper said later.',
]

describe('the text of a PDF', () => {
  it('has paragraphs where lines stand apart, and on which page each begins', async () => {
    const bytes = madePdf([{ words: [...lines(harbour, [60, 700]), ...lines(lamp, [60, 650])] }])
    expect(await blocksOf(bytes)).toEqual([`paragraph: ${harbour.join(' ')}`, `paragraph: ${lamp.join(' ')}`])
    expect((await entryOf(bytes)).draft.content.blocks.map((block) => block.page)).toEqual([1, 1])
  })

  it('has paragraphs where a first line is set in', async () => {
    const words = [
      ...lines(harbour, [60, 700]),
      { text: lamp[0]!, x: 75, y: 664 },
      { text: lamp[1]!, x: 60, y: 652 },
    ]
    expect(await blocksOf(madePdf([{ words }]))).toEqual([
      `paragraph: ${harbour.join(' ')}`,
      `paragraph: ${lamp.join(' ')}`,
    ])
  })

  it('reads two columns one after the other, under what stands above both', async () => {
    const left = [
      'The left column goes',
      'down to the end of the',
      'page, and what it says',
      'is read before',
    ]
    const right = [
      'anything that stands in',
      'the right one, whatever',
      'order the lines of both',
      'were written in.',
    ]
    const title = { text: 'A headline that reaches over both of the columns', x: 60, y: 740, size: 16 }
    const rows = left.flatMap((text, i) => [
      { text, x: 60, y: 700 - 12 * i },
      { text: right[i]!, x: 320, y: 700 - 12 * i },
    ])
    const bytes = madePdf([{ words: [title, ...rows] }])
    expect(await blocksOf(bytes)).toEqual([`paragraph: ${[...left, ...right].join(' ')}`])
    expect((await entryOf(bytes)).draft.facts.title).toBe(title.text)
  })

  it('puts words together that the end of a line broke, unless the text writes them with a hyphen', async () => {
    const words = lines(
      [
        'Everybody who knew the well-known keeper of the light asked for an expla-',
        'nation, and the well-',
        'known keeper gave none.',
      ],
      [60, 700],
    )
    const [block] = await blocksOf(madePdf([{ words }]))
    expect(block).toContain('an explanation, and the well-known keeper gave none.')
  })

  it('leaves out what stands at the head and foot of every page, and keeps it beside the text', async () => {
    const pages = [1, 2, 3].map((number) => ({
      words: [
        { text: 'The Harbour Papers', x: 60, y: 770 },
        ...lines(
          harbour.map((line) => `${line} ${'one two three'.split(' ')[number - 1]}`),
          [60, 700],
        ),
        { text: `Sheet ${number + 10}`, x: 300, y: 30 },
      ],
    }))
    const entry = await entryOf(madePdf(pages))
    expect(entry.draft.content.text).not.toMatch(/Papers|Sheet/)
    expect(entry.draft.content.blocks.map((block) => block.page)).toEqual([1, 2, 3])
    expect(entry.draft.content.furniture.map(({ text }) => text)).toEqual(['The Harbour Papers', 'Sheet 11'])
  })

  it('leaves out lone numbers of pages, and no heading that is like the one of another page', async () => {
    const pages = [1, 2, 3].map((number) => ({
      words: [
        { text: `Chapter ${number * 3}`, x: 60, y: 770, size: 18 },
        ...lines(
          harbour.map((line) => `${'Then And Now'.split(' ')[number - 1]} ${line}`),
          [60, 700],
        ),
        { text: String(number), x: 300, y: 30 },
      ],
    }))
    const blocks = await blocksOf(madePdf(pages, '/Title (Of Harbours)'))
    expect(blocks.filter((block) => block.startsWith('heading'))).toEqual([
      'heading: Chapter 3',
      'heading: Chapter 6',
      'heading: Chapter 9',
    ])
    expect(blocks.some((block) => /^paragraph: \d$/.test(block))).toBe(false)
  })

  it('goes on with a paragraph that the end of a page breaks', async () => {
    const first = lines(
      [
        'A sentence that begins at the foot of the first page of this little paper',
        'and is not at its end when that page is full of words goes on over the',
      ],
      [60, 60],
    )
    const second = lines(['next one as if there were no paper at all.'], [60, 740])
    const blocks = await blocksOf(madePdf([{ words: first }, { words: second }]))
    expect(blocks).toHaveLength(1)
    expect(blocks[0]).toContain('goes on over the next one as if')
  })

  it('knows headings by their size, and by a font of their own', async () => {
    const words = [
      { text: 'Of Boats', x: 60, y: 740, size: 20 },
      ...lines(harbour, [60, 700]),
      { text: 'The lamp', x: 60, y: 640, font: 'F2' as const },
      ...lines(lamp, [60, 625]),
    ]
    const { blocks } = (await entryOf(madePdf([{ words }], '/Title (The Harbour Papers)'))).draft.content
    expect(blocks.map((block) => (block.kind === 'heading' ? block.level : block.kind))).toEqual([
      1,
      'paragraph',
      2,
      'paragraph',
    ])
  })

  it('knows lists by their signs, and how deep an item is', async () => {
    const words = [
      ...lines(['\x95 a rope', '\x95 a lamp'], [60, 700]),
      ...lines(['\x95 with oil', '\x95 with a wick'], [80, 676]),
      ...lines(['1. Untie it.', '2. Light it.'], [60, 640]),
    ]
    const { text, blocks } = (await entryOf(madePdf([{ words }]))).draft.content
    expect(
      blocks.map((block) =>
        block.kind === 'listItem'
          ? [block.depth, block.number, text.slice(block.span.start, block.span.end)]
          : block.kind,
      ),
    ).toEqual([
      [0, null, 'a rope'],
      [0, null, 'a lamp'],
      [1, null, 'with oil'],
      [1, null, 'with a wick'],
      [0, 1, 'Untie it.'],
      [0, 2, 'Light it.'],
    ])
  })

  it('keeps the lines of what is set in letters of one width', async () => {
    const words = [
      ...lines(harbour, [60, 700]),
      ...lines(['let boats = 3', 'print(boats)'], [60, 640], { font: 'F3' }),
    ]
    expect((await blocksOf(madePdf([{ words }]))).at(-1)).toBe('code: let boats = 3\nprint(boats)')
  })

  it('brings footnotes to the end of the text, with what refers to them', async () => {
    const words = [
      { text: 'The keeper slept', x: 60, y: 700 },
      { text: '1', x: 137, y: 704, size: 6 },
      { text: 'until noon, and the boats waited for the whole of it.', x: 145, y: 700 },
      ...lines(harbour, [60, 670]),
      { text: '1', x: 60, y: 63, size: 5 },
      { text: 'So he said himself.', x: 66, y: 60, size: 8 },
    ]
    const { content } = (await entryOf(madePdf([{ words }]))).draft
    const note = content.blocks.at(-1)!
    expect(note).toMatchObject({ kind: 'footnote', label: '1', page: 1 })
    expect(content.text.slice(note.span.start)).toBe('So he said himself.')
    expect(content.marks).toContainEqual(expect.objectContaining({ kind: 'footnoteReference', label: '1' }))
  })

  it('reads pages that are turned', async () => {
    const blocks = await blocksOf(madePdf([{ words: lines(harbour, [60, 700]), rotate: 90 }]))
    expect(blocks).toEqual([`paragraph: ${harbour.join(' ')}`])
  })
})
