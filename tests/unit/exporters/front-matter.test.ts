import * as fc from 'fast-check'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { authors, frontMatter } from '../../../src/exporters/front-matter.ts'
import { obsidianTag } from '../../../src/exporters/tag.ts'
import { hostileText } from './hostile.ts'
import { makeArticle, mark, remark } from './notebooks.ts'

const readers: Record<string, (yaml: string) => unknown> = {
  yaml: (text) => parse(text),
  'yaml as YAML 1.1': (text) => parse(text, { version: '1.1' }),
  'js-yaml': (text) => load(text),
}

test('the properties begin with the seven of Obsidian’s clipper, as it writes them', () => {
  expect(
    frontMatter(
      makeArticle({
        source: { name: 'a.html', url: 'https://tidewire.example/a', origin: null, part: null },
      }),
      [],
    ),
  ).toBe(
    `title: "Breakwater to be finished by spring"
source: "https://tidewire.example/a"
author:
  - "[[Mara Ellison]]"
  - "[[Jo Reed]]"
published: 2026-10-05
created: 2026-11-02
description: "The minister said the breakwater will be finished by spring."
tags:
  - "clippings"
  - "sea-walls"
  - "2026_"
aliases:
  - "Breakwater to be finished by spring"
updated: 2026-11-02T08:30:00
publisher: "Tidewire News Agency"
agency: "Tidewire"
place: "HARBOUR"
language: "en"
words: 312
highlights: 0
id: "a1b2c3d4e5f6"
uri: "lectern://article/a1b2c3d4e5f6"
version: 1`,
  )
})

test('what is not known is empty', () => {
  const nothing = {
    byline: null,
    agency: null,
    place: null,
    credit: null,
    published: null,
    language: null,
    excerpt: '',
  }
  const yaml = frontMatter(makeArticle(nothing), [])
  for (const key of ['author', 'published', 'description', 'publisher', 'agency', 'place', 'language']) {
    expect(yaml).toMatch(new RegExp(`^${key}:$`, 'm'))
    for (const read of Object.values(readers)) expect(read(yaml)).toHaveProperty(key, null)
  }
})

test('highlights are counted without the notes on the whole, and the last change is the last of all', () => {
  const yaml = frontMatter(makeArticle(), [mark('a b', 'a').note, remark({ body: 'c' }).note])
  expect(parse(yaml)).toMatchObject({
    highlights: 1,
    updated: expect.stringMatching(/^2026-11-02T09:00:\d\d$/),
  })
})

const line = hostileText.map((text) => text.trim()).filter((text) => text !== '')

test('every text reads back as the same text in YAML 1.2 and 1.1', () => {
  fc.assert(
    fc.property(line, line, line, (title, agency, excerpt) => {
      const yaml = frontMatter(makeArticle({ title, agency, excerpt }), [])
      const expected = { title, agency, description: excerpt, aliases: [title] }
      for (const [name, read] of Object.entries(readers))
        expect(read(yaml), `${name} reads\n${yaml}`).toMatchObject(expected)
      expect(yaml.split('\n').every((row) => /^( {2}- "|[a-z]+:( |$))/.test(row))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  'yes',
  'null',
  '~',
  '1e3',
  '012',
  '2026-10-05',
  '12:30',
  '- a',
  'a: b',
  '#c',
  "it's",
  '"x"',
  '@a',
  '%b',
  '!c',
  '&d',
  '*e',
  '---',
  '<<',
])('a title that looks like YAML (%s) is text', (title) => {
  for (const read of Object.values(readers))
    expect(read(frontMatter(makeArticle({ title }), []))).toMatchObject({ title })
})

test.each([
  ['Mara Ellison', ['Mara Ellison']],
  ['Mara Ellison and Jo Reed', ['Mara Ellison', 'Jo Reed']],
  ['Mara Ellison, Jo Reed and Sam Bell', ['Mara Ellison', 'Jo Reed', 'Sam Bell']],
  ['MARA ELLISON, JO REED, AND SAM BELL', ['MARA ELLISON', 'JO REED', 'SAM BELL']],
  ['Sam Bell, Jr. & Ann Sand', ['Sam Bell, Jr.', 'Ann Sand']],
  ['Alexandra Anderson', ['Alexandra Anderson']],
])('the byline %s names %j', (byline, names) => {
  expect(authors(byline)).toEqual(names)
})

test('an author’s name cannot break its link', () => {
  expect(frontMatter(makeArticle({ byline: 'A [[B]] | C#1' }), [])).toContain('  - "[[A B  C1]]"\n')
})

test('a credit that names who reported is no publisher', () => {
  expect(frontMatter(makeArticle({ credit: 'Reporting by Jo Reed; Editing by Sam Bell' }), [])).toMatch(
    /^publisher:$/m,
  )
})

test.each([
  ['sea walls', 'sea-walls'],
  ['2026', '2026_'],
  ['R&D', 'R-D'],
  ['#news', 'news'],
  ['people/ann', 'people/ann'],
  ['دریا و موج', 'دریا-و-موج'],
  ['🌊', '🌊'],
  ['!?', ''],
])('the tag %s is written %s', (tag, expected) => {
  expect(obsidianTag(tag)).toBe(expected)
})

test('a tag stands there once', () => {
  const yaml = frontMatter(makeArticle({ tags: ['Sea walls', 'sea-walls', 'Clippings', '!?'] }), [])
  expect(parse(yaml)).toMatchObject({ tags: ['clippings', 'Sea-walls'] })
})
