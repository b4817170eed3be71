import * as fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { expect, test } from 'vitest'
import { exportMarkdown } from '../../../src/exporters/markdown.ts'
import { hostileText } from './hostile.ts'
import { lose, makeArticle, makeNotebook, mark, remark } from './notebooks.ts'
import { readers } from './readers.ts'

const text =
  'HARBOUR (Tidewire) – The breakwater will be finished by spring.\n\nEngineers doubt it.\nSo do fishermen.\n\nHe resigned.'

function bodyOf(markdown: string): string {
  return markdown.replace(/^---\n[^]*?\n---\n\n/, '')
}

/** The headings of the second level that are not in anything else. */
function sections(markdown: string): string[] {
  const headings = fromMarkdown(bodyOf(markdown)).children.filter((node) => node.type === 'heading')
  return headings
    .filter(({ depth }) => depth <= 2)
    .flatMap(({ children }) => children.map((child) => (child.type === 'text' ? child.value : child.type)))
}

test('an export has the highlights in the order of the text, the notes on the whole and those without a place', () => {
  const notes = [
    mark(text, 'He resigned.', { color: 'red' }),
    remark({ body: 'Compare [[Sea walls]].', tags: ['follow up'], color: 'orange' }),
    lose(mark(text, 'So do fishermen', { body: 'Who?', color: 'blue' })),
    mark(text, 'finished by spring.\n\nEngineers doubt it.\nSo do', {
      body: '*Really?*\n\n- #todo',
      tags: ['breakwater'],
    }),
  ]
  const [resigned, whole, lost, finished] = notes.map(({ note }) => note.id)
  const { name, markdown } = exportMarkdown(makeNotebook(text, notes))
  expect(name).toBe('2026-10-05 Breakwater to be finished by spring.md')
  expect(bodyOf(markdown)).toBe(`## Highlights

> finished by spring.
>
> Engineers doubt it.\\
> So do

^h-${finished}

key point (yellow) · #breakwater

*Really?*

- #todo

> He resigned.

^h-${resigned}

dispute or check (red)

## Notes

follow up (orange) · #follow-up

Compare [[Sea walls]].

^h-${whole}

## Needs a place

> So do fishermen

^h-${lost}

quote (blue)

Who?
`)
})

test('an article without notes still has its properties and an empty list of highlights', () => {
  const { markdown } = exportMarkdown(makeNotebook(text, []))
  expect(bodyOf(markdown)).toBe('## Highlights\n')
  expect(markdown).toMatch(/^---\ntitle: "Breakwater/)
})

test('the same input gives the same bytes, in whatever order the notes come', () => {
  const notes = ['He', 'HARBOUR', 'doubt'].map((words) => mark(text, words, { body: words }))
  const once = exportMarkdown(makeNotebook(text, notes))
  expect(exportMarkdown(makeNotebook(text, notes.toReversed()))).toEqual(once)
})

/** The export of a note that was made on some words of a text and stands on other words in a later one. */
function exportedLater({ marked, now, isDoubtful }: { marked: string; now: string; isDoubtful: boolean }) {
  const later = `A new beginning. ${now} And so on.`
  const span = { start: later.indexOf(now), end: later.indexOf(now) + now.length }
  const moved = { ...mark(marked, marked), anchor: { kind: 'moved' as const, span, score: 0.9, isDoubtful } }
  return bodyOf(exportMarkdown(makeNotebook(later, [moved])).markdown)
}

test('a passage that reads otherwise now is quoted as it was marked, and beneath it stands what it reads', () => {
  const marked = 'We will not stop.'
  const now = 'We will *not* stop\n\nthis year.'
  expect(exportedLater({ marked, now, isDoubtful: false })).toContain('> We will not stop.\n\n^h-')
  expect(exportedLater({ marked, now, isDoubtful: false })).toContain(
    '\n\n*The newest version reads: “We will \\*not\\* stop this year.”*\n\nkey point',
  )
})

test('a passage whose place is to be confirmed says so', () => {
  const written = exportedLater({ marked: 'He resigned.', now: 'He resigned.', isDoubtful: true })
  expect(written).toContain('\n\n*To be confirmed. The newest version may say it here: “He resigned.”*\n\n')
})

test('of a passage that only moved, or is only set otherwise, there is nothing more to say', () => {
  const written = exportedLater({
    marked: 'He won\'t - "ever".',
    now: 'He won’t – “ever”.',
    isDoubtful: false,
  })
  expect(written).toMatch(/^## Highlights\n\n> He won't - "ever"\.\n\n\^h-\d+\n\nkey point \(yellow\)\n$/)
})

test('highlights that start together come in the order they were made', () => {
  const [first, second] = [mark(text, 'He resigned.'), mark(text, 'He')]
  const { markdown } = exportMarkdown(makeNotebook(text, [second, first]))
  expect(markdown.indexOf(first.note.id)).toBeLessThan(markdown.indexOf(second.note.id))
})

test('what the reader called a colour is text, whatever is in it', () => {
  const notebook = makeNotebook(text, [mark(text, 'He resigned.')])
  notebook.colorMeanings = { ...notebook.colorMeanings, yellow: '# *mine* [[x]]' }
  expect(bodyOf(exportMarkdown(notebook).markdown)).toContain('\n\n\\# \\*mine\\* \\[\\[x]] (yellow)\n')
})

test('no note, however it is written, hides or swallows a highlight', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (body, remarkBody) => {
      const notes = [
        mark(text, 'HARBOUR', { body }),
        mark(text, 'Engineers', { body }),
        remark({ body: remarkBody }),
      ]
      const { markdown } = exportMarkdown(makeNotebook(text, notes))
      const quotes = readers['micromark with GFM']?.(markdown) ?? []
      expect(quotes).toContain('HARBOUR')
      expect(quotes).toContain('Engineers')
      expect(sections(markdown)).toEqual(['Highlights', 'Notes'])
      for (const { note } of notes) expect(markdown).toContain(`\n\n^h-${note.id}\n`)
    }),
    { numRuns: 400 },
  )
})

test('a note with two texts that nobody has chosen between goes out with both', () => {
  const note = mark(text, 'HARBOUR', {
    body: 'From the desk.[^1]\n\n[^1]: Paper.',
    otherBodies: ['From the train.[^1]\n\n[^1]: Screen.'],
  })
  const { markdown } = exportMarkdown(makeNotebook(text, [note]))
  for (const words of ['From the desk.', 'Paper.', 'Written on another device', 'From the train.', 'Screen.'])
    expect(markdown).toContain(words)
})

test('nothing of a right-to-left story is altered', () => {
  const story = 'تهران (تسنیم) – وزیر گفت: «موج‌شکن تمام می‌شود».'
  const article = makeArticle({ title: 'موج‌شکن تا بهار', language: 'fa', direction: 'rtl' })
  const { name, markdown } = exportMarkdown(
    makeNotebook(story, [mark(story, '«موج‌شکن تمام می‌شود»')], article),
  )
  expect(name).toBe('2026-10-05 موج‌شکن تا بهار.md')
  expect(markdown).toContain('\n> «موج‌شکن تمام می‌شود»\n')
  expect(markdown).toContain('title: "موج‌شکن تا بهار"\n')
})
