// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { readFact } from '../../../../renderer/notes/fact-field.tsx'

test('an empty field means that the fact is not known', () => {
  expect(readFact('place', '  ')).toEqual({ isValid: true, value: null })
})

test('an article has a headline', () => {
  expect(readFact('title', '')).toEqual({ isValid: false })
})

test('white space around a fact is no part of it', () => {
  expect(readFact('byline', ' Mara Ellison ')).toEqual({ isValid: true, value: 'Mara Ellison' })
})

test('a language is a code', () => {
  expect(readFact('language', 'pt-BR')).toEqual({ isValid: true, value: 'pt-BR' })
  expect(readFact('language', 'English, I think')).toEqual({ isValid: false })
})

test('a date is a day that exists', () => {
  expect(readFact('published', '2026-02-28')).toEqual({ isValid: true, value: '2026-02-28' })
  expect(readFact('published', '2026-02-30')).toEqual({ isValid: false })
})
