import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../../src/importers/entry.ts'
import { bibtexEntries } from '../../../../src/importers/bibliography/bibtex-entries.ts'
import { latexText } from '../../../../src/importers/bibliography/latex.ts'
import { cpuMs } from '../../cpu-ms.ts'
import { collection, notesOf } from '../collections.ts'
import { candidate, recognised } from '../samples/sample.ts'

async function one(fields: string): Promise<Entry> {
  const { importer, entries } = await collection('a.bib', `@article{key,\n${fields}\n}\n`)
  expect(importer).toBe('bibtex')
  return entries[0]!
}

test.each([
  [
    String.raw`M{\"u}ller, Jos{\'e}, \c{c}a, \v{s}koda, \'{\i}, \o re, stra{\ss}e`,
    'Müller, José, ça, škoda, í, øre, straße',
  ],
  [String.raw`\"Uber {\AA}ngstr\"{o}m, {\L}\'{o}d\'{z}, \~n, \H{o}`, 'Über Ångström, Łódź, ñ, ő'],
  [String.raw`50\% of {DNA} \& \emph{more} -- \textbf{{Tides}}`, '50% of DNA & more – Tides'],
  ["``Tides'' --- and~times", '“Tides” — and times'],
  [String.raw`$x^2$ \{a\} \url{https://example.com/a_b}`, 'x^2 {a} https://example.com/a_b'],
  ['The {\\LaTeX} book', 'The book'],
  ['a\n b\n\nc', 'a b\n\nc'],
  ['plain', 'plain'],
])('TeX’s %s reads %s', (tex, text) => expect(latexText(tex)).toBe(text))

describe('an entry', () => {
  test('gives title, authors, day, address, tags, abstract and notes', async () => {
    const entry = await one(`
      title = {A {Tide} Table},
      subtitle = "and its faults",
      author = {Ellison, Mara and Otto {van der} Brandt and {Harbour Board and Sons} and others},
      journaltitle = {Tide Quarterly}, volume = 5, number = "6", pages = {200--210},
      date = {2026-10-05},
      url = {https://example.com/a\\_b},
      keywords = {essays, slow web; harbours},
      abstract = {First.

      Second.},
      note = {Ask Brandt.}, annote = {<b>Twice.</b>},
      langid = {ngerman}, urldate = {2026-10-06},
    `)
    expect(entry.draft).toMatchObject({
      url: 'https://example.com/a_b',
      facts: {
        title: 'A Tide Table: and its faults',
        byline: 'Mara Ellison, Otto van der Brandt, Harbour Board and Sons',
        published: '2026-10-05',
        language: 'de',
        tags: ['essays', 'slow web', 'harbours'],
      },
    })
    expect(entry.draft.content.text).toMatch(/^First\.\n\nSecond\.\n\n/)
    expect(entry.draft.content.text).toContain('Tide Quarterly, vol. 5, no. 6, pp. 200–210')
    expect(notesOf(entry).map(([, body]) => body)).toEqual(['Ask Brandt.', '**Twice.**'])
    expect(entry.addedAt).toBe('2026-10-06T00:00:00.000Z')
  })

  test.each([
    ['year = 2026, month = oct, day = 5', '2026-10-05'],
    ['year = {2026}, month = "October", day = {5}', '2026-10-05'],
    ['year = {2026}, month = 10, day = 5', '2026-10-05'],
    ['year = 2026, month = "5 " # oct', '2026-10-05'],
    ['year = 2026, month = feb', null],
    ['year = {ca. 2026}', null],
    ['date = {2026-10}', null],
  ])('of %s was published on %s', async (fields, published) => {
    expect((await one(`title = {Tides}, ${fields}`)).draft.facts.published).toBe(published)
  })

  test.each([
    [String.raw`howpublished = {\url{https://example.com/x_y}}`, 'https://example.com/x_y'],
    ['note = {At https://example.com/x.}', 'https://example.com/x'],
    ['doi = {10.1000/tides.5}', 'https://doi.org/10.1000/tides.5'],
    ['eprint = {2610.01234}, archivePrefix = {arXiv}', 'https://arxiv.org/abs/2610.01234'],
    ['isbn = {1}', null],
  ])('of %s leads to %s', async (field, url) => {
    expect((await one(`title = {Tides}, ${field}`)).draft.url).toBe(url)
  })

  test.each([
    ['King, Jr., Martin Luther', 'Martin Luther King Jr.'],
    ['von Goethe, Johann', 'Johann von Goethe'],
    ['{Ellison, Brandt and Sons}', 'Ellison, Brandt and Sons'],
    ['Ellison, Mara\n  and\n Brandt, Otto', 'Mara Ellison, Otto Brandt'],
    ['others', null],
  ])('by %s is by %s', async (author, byline) => {
    expect((await one(`title = {Tides}, author = {${author}}`)).draft.facts.byline).toBe(byline)
  })
})

describe('a file', () => {
  test('may have macros, comments, round brackets, and several entries on a line', async () => {
    const { entries } = await collection(
      'refs.txt',
      '% made by hand\n@comment{not {an} entry}\n@string{tq = "Tide Quarterly"}\n@preamble{"x"}\n' +
        '@Article (one, Title = "One", journal = tq # {, new series}) @book{two, title={Two}}\n@misc{three, title = {Three}}',
    )
    expect(entries.map(({ draft }) => draft.facts.title)).toEqual(['One', 'Two', 'Three'])
    expect(entries[0]?.draft.content.text).toContain('Tide Quarterly, new series')
  })

  test('may have entries without keys, keys with spaces, and remarks between fields', async () => {
    const { entries } = await collection(
      'a.bib',
      '@book{ title = {One} }\n@book{, title = {Two}}\n@book{a key, % of a kind\n title = {Three}, % the end\n}\n@book{empty}',
    )
    expect(entries.map(({ draft }) => draft.facts.title)).toEqual(['One', 'Two', 'Three'])
  })

  test('with broken entries is read for the rest', async () => {
    const { listing } = await collection(
      'a.bib',
      '@article{a, title = {Open\n\n@book{b, title = {Two}}\n@book{c title {x}}\n@book{d, title = {Four}, author = }\n@book{e, title={Five}}',
    )
    expect(listing.items.map(({ title }) => title)).toEqual(['Two', 'Five'])
    expect(listing.skipped.map(({ where, reason }) => [where, reason])).toEqual([
      ['@article{a, title = {Open', 'damaged'],
      ['@book{c title {x}}', 'damaged'],
      ['@book{d, title = {Four}, author = }', 'damaged'],
    ])
  })

  test('of Bib.TXT is read by the names of its lines', async () => {
    const { importer, entries } = await collection(
      'a.txt',
      '[one]\n    title: Tides:\n      a history\n    author: Mara Ellison and Otto Brandt\n    url: https://example.com/t\n\n[two]\n    title: Two\n    year: 2019\n',
    )
    expect(importer).toBe('bibtex')
    expect(entries.map(({ draft }) => [draft.facts.title, draft.facts.byline])).toEqual([
      ['Tides: a history', 'Mara Ellison, Otto Brandt'],
      ['Two', null],
    ])
  })

  test.each([
    ['a style sheet', '@media (min-width: 3em) { a { color: red } }\n'],
    ['a text with an address', 'Write to\n@harbour (board, of tides) soon.\n'],
    ['a list of settings', '[tides]\nlevel = 3\n'],
  ])('that is %s is none', async (_, text) => {
    expect(recognised(await candidate('a.txt', new TextEncoder().encode(text)))).toBe('plain-text')
  })
})

test('whatever the file, it is read, and what was whole in it comes out', () => {
  const piece = fc.constantFrom(
    '@article{',
    '{',
    '}',
    '"',
    ',',
    '=',
    '#',
    'title',
    ' ',
    '\n',
    '\\',
    '@',
    '(',
    ')',
    'a',
    '@comment{',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { entries } = bibtexEntries(`${pieces.join('')}\n@book{last, title = {Last}}\n`)
      expect(entries.at(-1)).toEqual({ type: 'book', key: 'last', fields: { title: 'Last' } })
    }),
    { numRuns: 2000 },
  )
})

test.each([
  '{',
  '}',
  '"',
  '@a{',
  '@a{b,',
  '@a{b,c=',
  '\n@a{b, c={',
  '\\',
  '@ a',
  '# ',
  "\\'",
  '\\url{',
  '$',
  '-',
])('%s over and over is read in time', (piece) => {
  const text = piece.repeat(100_000)
  // Some 0.1 s; whatever grows with the square of the length takes minutes.
  expect(cpuMs(() => [bibtexEntries(`@a{b, c = {${text}`), latexText(text)])).toBeLessThan(5000)
})
