import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPattern } from '../../../../renderer/reader/find-pattern.ts'

/** What is found of a query in a text. */
function found(query: string, text: string): string[] {
  const pattern = findPattern(query)
  return pattern ? Array.from(text.matchAll(pattern), ([words]) => words) : []
}

describe('words are found', () => {
  test.each([
    ['whatever their case', 'TIDE', 'the tide', 'tide'],
    ['with and without accents', 'Alesund', 'in Ålesund', 'Ålesund'],
    ['with accents that are typed and not set', 'résumé', 'a resume', 'resume'],
    ['with accents as signs of their own', 'cafe', 'the cafe\u0301 is', 'cafe\u0301'],
    ['with ß for ss', 'strasse', 'die Straße hier', 'Straße'],
    ['with ss for ß', 'Straße', 'DIE STRASSE', 'STRASSE'],
    ['with a Turkish capital i', 'istanbul', 'to İstanbul', 'İstanbul'],
    ['with an i without its dot', 'DIŞ', 'dış ticaret', 'dış'],
    ['with a final sigma', 'ΛΟΓΟΣ', 'ο λόγος', 'λόγος'],
    ['with curly quotation marks for straight ones', `"don't"`, 'said “don’t”', '“don’t”'],
    ['with any dash', '1999-2004', 'in 1999–2004', '1999–2004'],
    ['with three dots for an ellipsis', 'and...', 'and… so', 'and…'],
    ['over any white space', 'the  tide', 'the\u00a0tide', 'the\u00a0tide'],
    ['with a soft hyphen in them', 'breakwater', 'break\u00adwater', 'break\u00adwater'],
    ['with a zero-width non-joiner that was not typed', 'میشناسند', 'را می\u200cشناسند', 'می\u200cشناسند'],
    ['with Arabic vowel signs', 'كتب', 'كَتَبَ', 'كَتَبَ'],
    ['with a Persian kaf and yeh for the Arabic ones', 'كتابي', 'کتابی', 'کتابی'],
  ])('%s', (...[, query, text, words]) => {
    expect(found(query, text)).toEqual([words])
  })
})

test('signs that mean something in a pattern mean themselves', () => {
  expect(found('[1] a.b*', 'see [1] a.b* and 1 axb')).toEqual(['[1] a.b*'])
})

test('other letters are other letters', () => {
  expect(found('tide', 'tidal, ride, tde')).toEqual([])
  expect(found('か', 'が')).toEqual([])
})

test('nothing typed finds nothing', () => {
  expect(findPattern('  ')).toBeNull()
})

test('whatever words of a text are typed, they are found where they stand', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((text) => /^[\p{L}\p{N}]/u.test(text))
  fc.assert(
    fc.property(word, fc.string({ unit: 'grapheme' }), (query, before) => {
      const pattern = findPattern(query)
      const text = `${before}\n${query.trim()}`
      const ends = pattern && Array.from(text.matchAll(pattern), ({ index, 0: hit }) => index + hit.length)
      expect(ends).toContain(text.length)
    }),
  )
})
