import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ArticleId, NoteId } from '../../../src/model/ids.ts'
import {
  openWikilink,
  wikilinks,
  wikilinkTo,
  withoutWikilinks,
  type LinkTarget,
} from '../../../src/text/wikilinks.ts'

const articleId = ArticleId.parse('0a1b2c3d4e5f')
const noteId = NoteId.parse('abcdefghjkmn')
const article: LinkTarget = { kind: 'article', articleId }
const note: LinkTarget = { kind: 'note', articleId, noteId }

function targets(body: string): LinkTarget[] {
  return wikilinks(body).map(({ target }) => target)
}

test.each<[string, LinkTarget, string]>([
  ['[[0a1b2c3d4e5f|The tide rises]]', article, 'The tide rises'],
  ['[[0a1b2c3d4e5f]]', article, '0a1b2c3d4e5f'],
  ['[[0a1b2c3d4e5f#abcdefghjkmn|we won’t stop]]', note, 'we won’t stop'],
  ['[[ Mara Ellison ]]', { kind: 'name', name: 'Mara Ellison' }, 'Mara Ellison'],
  ['[[Mara Ellison|the minister]]', { kind: 'name', name: 'Mara Ellison' }, 'the minister'],
  ['[[وزیر نیرو]]', { kind: 'name', name: 'وزیر نیرو' }, 'وزیر نیرو'],
  ['[[0a1b2c3d4e5f#part two|x]]', { kind: 'name', name: '0a1b2c3d4e5f#part two' }, 'x'],
  // Twelve letters that an id could be made of.
  ['[[preparedness]]', { kind: 'name', name: 'preparedness' }, 'preparedness'],
])('%s is a link', (link, target, label) => {
  const body = `See ${link}, and so on.`
  expect(wikilinks(body)).toEqual([{ target, label, span: { start: 4, end: 4 + link.length } }])
})

test('the bar of a link in a table is escaped there', () => {
  expect(wikilinks('| [[0a1b2c3d4e5f\\|The tide]] | 2 |')).toMatchObject([
    { target: article, label: 'The tide' },
  ])
})

test('what is escaped, in code, empty or broken over lines is no link', () => {
  const body = [
    '\\[[a]] [[]] [[ ]] [[a\nb]] `[[c]]` ``[[d]] ` [[e]]``',
    '```',
    '[[f]]',
    '````',
    '~~~ text',
    '[[g]]',
  ].join('\n')
  expect(wikilinks(body)).toEqual([])
})

test('backticks that nothing closes in their paragraph are no code', () => {
  expect(targets('a ` b [[c]]\n\n` and ``` [[d]]')).toMatchObject([{ name: 'c' }, { name: 'd' }])
})

const target = fc.oneof(
  fc.constantFrom(article, note),
  fc
    .constantFrom('Mara Ellison', 'وزیر نیرو', '部长', 'Reed & O’Hara, Inc.', 'C#')
    .map((name): LinkTarget => ({ kind: 'name', name })),
)
const bits = fc.constantFrom('[', ']', '|', '\\', '`', '\n', '*', 'a', ' ', '[[', ']]', '#')

test('a link that was written is read as that link, whatever the label', () => {
  const label = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(bits).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(target, label, (to, shown) => {
      const link = wikilinkTo(to, shown)
      expect(link).not.toMatch(/\n/)
      const [found, ...others] = wikilinks(`See ${link}.`)
      expect(others).toEqual([])
      expect(found?.span).toEqual({ start: 4, end: 4 + link.length })
      expect(found?.target).toEqual(to)
    }),
    { numRuns: 1000 },
  )
})

test('a link with the same label as name is written short', () => {
  expect(wikilinkTo({ kind: 'name', name: 'Jo Reed' }, 'Jo Reed')).toBe('[[Jo Reed]]')
  expect(wikilinkTo({ kind: 'name', name: 'Jo Reed' }, 'Jo')).toBe('[[Jo Reed|Jo]]')
  expect(wikilinkTo(article, 'The [tide] | rises\n`now`')).toBe('[[0a1b2c3d4e5f|The tide rises ’now’]]')
})

test('links are where their spans say, in order and apart', () => {
  fc.assert(
    fc.property(
      fc.array(bits, { maxLength: 60 }).map((parts) => parts.join('')),
      (body) => {
        let last = 0
        for (const { span } of wikilinks(body)) {
          expect(span.start).toBeGreaterThanOrEqual(last)
          expect(body.slice(span.start, span.end)).toMatch(/^\[\[[^[\]\n]+\]\]$/)
          last = span.end
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test.each([
  ['See [[Ti|', { start: 4, query: 'Ti' }],
  ['[[|', { start: 0, query: '' }],
  ['[[Mara El|lison]]', { start: 0, query: 'Mara El' }],
  ['[[done]] |', null],
  ['[[one\ntwo|', null],
  ['[one|', null],
])('at the caret of %j the link being typed is known', (typed, expected) => {
  const caret = typed.lastIndexOf('|')
  expect(openWikilink(typed.slice(0, caret) + typed.slice(caret + 1), caret)).toEqual(expected)
})

test('an excerpt shows the labels of links', () => {
  expect(withoutWikilinks('*As* [[0a1b2c3d4e5f|the tide]] and `[[x]]` and [[Jo Reed]].')).toBe(
    '*As* the tide and `[[x]]` and Jo Reed.',
  )
})
