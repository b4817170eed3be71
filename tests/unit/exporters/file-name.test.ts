import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName, fileNames, safeFileName } from '../../../src/exporters/file-name.ts'
import { hostileText } from './hostile.ts'
import { makeArticle } from './notebooks.ts'

test('a file is named by the date of the story and its title', () => {
  expect(fileName(makeArticle())).toBe('2026-10-05 Breakwater to be finished by spring')
})

test('a story without a date is named by the day it was added', () => {
  expect(fileName(makeArticle({ published: null }))).toBe('2026-11-02 Breakwater to be finished by spring')
})

test.each([
  ['Iran: “never”', 'Iran “never”'],
  ['What? No! <b>', 'What No! b'],
  ['AC/DC\\AB|CD', 'AC DC AB CD'],
  ['#1 [[a]]^b %%c%%', '1 ab c'],
  ['a\tb\u0007 c', 'a b c'],
  ['exe\u202etxt', 'exetxt'],
  ['...', ''],
  ['The end...  ', 'The end'],
  ['con', 'con_'],
  ['NUL.txt', 'NUL_.txt'],
  ['COM1', 'COM1_'],
  ['Consul', 'Consul'],
  ['می‌شود', 'می‌شود'],
])('%j makes the name %j', (text, expected) => {
  expect(safeFileName(text)).toBe(expected)
})

test('a name is at most 120 characters and 240 bytes long, and no letter is cut', () => {
  expect(safeFileName('a'.repeat(300))).toBe('a'.repeat(120))
  expect(safeFileName('界'.repeat(300))).toBe('界'.repeat(78))
  expect(safeFileName('👩🏽‍🚀'.repeat(60))).toBe('👩🏽‍🚀'.repeat(15))
})

test('whatever the title, the name is one that every system takes', () => {
  fc.assert(
    fc.property(hostileText, fc.string({ unit: 'grapheme', maxLength: 200 }), (start, end) => {
      const name = safeFileName(start + end)
      expect(name).not.toMatch(/[#^[\]|:<>"/\\?*\p{Cc}]|%%|[. ]$|^ /u)
      expect(name.length).toBeLessThanOrEqual(121)
      expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(240)
      expect(safeFileName(name)).toBe(name)
    }),
    { numRuns: 1000 },
  )
})

test('of articles with the same name the first added keeps it, and each keeps its own when others come', () => {
  const first = makeArticle({ id: 'aaaa00000001', addedAt: '2026-11-01T00:00:00.000Z' })
  const second = makeArticle({ id: 'bbbb00000001', title: 'BREAKWATER to be finished by spring' })
  const third = makeArticle({ id: 'bbbb00000002', addedAt: '2026-11-03T00:00:00.000Z' })
  const plain = '2026-10-05 Breakwater to be finished by spring'
  expect(fileNames([third, second, first])).toEqual([
    `${plain} (bbbb00000002)`,
    '2026-10-05 BREAKWATER to be finished by spring (bbbb)',
    plain,
  ])
  expect(fileNames([first, second]).at(0)).toBe(plain)
})

test('composed and decomposed letters are one name', () => {
  const articles = ['café', 'cafe\u0301'].map((title, index) =>
    makeArticle({ title, id: `cccc0000000${index}` }),
  )
  expect(new Set(fileNames(articles).map((name) => name.normalize('NFC'))).size).toBe(2)
})
