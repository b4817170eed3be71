import * as fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { linkedBody } from '../../../src/exporters/linked-body.ts'
import { noteBody } from '../../../src/exporters/note-body.ts'
import { writeMarkdown } from '../../../src/exporters/write-markdown.ts'
import { hostileText } from './hostile.ts'

const files: Record<string, string> = {
  '0a1b2c3d4e5f': '2026-10-05 The tide rises',
  '1a1b2c3d4e5f': '2026-10-06 The _old_ wall & a*b',
}

function written(body: string): string {
  const children = linkedBody(body, 'id', (id) => files[id] ?? null)
  return writeMarkdown({ type: 'root', children }).trimEnd()
}

test.each([
  ['See [[0a1b2c3d4e5f|The tide]].', 'See [[2026-10-05 The tide rises|The tide]].'],
  [
    'See [[0a1b2c3d4e5f#abcdefghjkmn|we won’t stop]]',
    'See [[2026-10-05 The tide rises#^h-abcdefghjkmn|we won’t stop]]',
  ],
  ['[[1a1b2c3d4e5f|a_b_c *d*]]', '[[2026-10-06 The _old_ wall & a*b|a_b_c *d*]]'],
  [
    '**[[0a1b2c3d4e5f|x]]** and *so [[0a1b2c3d4e5f|y]]*',
    '**[[2026-10-05 The tide rises|x]]** and *so [[2026-10-05 The tide rises|y]]*',
  ],
  ['- [[0a1b2c3d4e5f|x]]\n\n> [[Mara Ellison]]', '- [[2026-10-05 The tide rises|x]]\n\n> [[Mara Ellison]]'],
])('%j goes out as %j', (body, expected) => {
  expect(written(body)).toBe(expected)
})

test('a link to an article that is not known goes out as its words, whatever they are', () => {
  expect(written('See [[9a1b2c3d4e5f|The tide]].')).toBe('See The tide.')
  expect(written('[[9a1b2c3d4e5f|# a *b* c]]')).toBe('\\# a \\*b\\* c')
  expect(written('[[9a1b2c3d4e5f#abcdefghjkmn|1. we]] #tag $x')).toBe('1\\. we #tag $x')
})

test('links to names stay as they are, escaped only where they would hide what follows', () => {
  expect(written('[[Mara _E_ Ellison|*she*]] and [[Jo]]')).toBe('[[Mara _E_ Ellison|*she*]] and [[Jo]]')
  expect(written('[[a %% b]]')).toBe(
    writeMarkdown({ type: 'root', children: noteBody('[[a %% b]]', 'id') }).trimEnd(),
  )
})

test('a link in a table keeps to its cell', () => {
  const table = '| a | b |\n| - | - |\n| [[0a1b2c3d4e5f\\|x]] | [[Jo\\|y]] |'
  const [node] = fromMarkdown(written(table), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  }).children
  expect(node?.type === 'table' && node.children.map(({ children }) => children.length)).toEqual([2, 2])
  expect(written(table)).toContain('[[2026-10-05 The tide rises\\|x]] | [[Jo\\|y]] |')
})

test('what stands in code or in an address is not touched', () => {
  for (const body of [
    '`[[0a1b2c3d4e5f|x]]`',
    '    [[0a1b2c3d4e5f|x]]',
    '```\n[[0a1b2c3d4e5f|x]]\n```',
    '[a](<[[Jo]]>)',
  ]) {
    expect(written(body)).toBe(writeMarkdown({ type: 'root', children: noteBody(body, 'id') }).trimEnd())
  }
})

const link = '[[0a1b2c3d4e5f|The tide]]'

test('whatever stands round a link, nothing of what stood for it is left', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (before, after) => {
      expect(written(`${before}${link}${after}`)).not.toContain('\ufdd0')
    }),
    { numRuns: 500 },
  )
}, 30_000)

test('a link in a paragraph of its own goes out whole, unless what stands round it opens or closes something', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (before, after) => {
      fc.pre(!/[`~<$%[]/.test(before + after))
      expect(written(`${before}\n\nSee ${link}.\n\n${after}`)).toContain(
        'See [[2026-10-05 The tide rises|The tide]].',
      )
    }),
    { numRuns: 300 },
  )
}, 30_000)
