import { expect, test } from 'vitest'
import { errorText } from '../../../../renderer/state/error-text.ts'
import { AppError } from '../../../../src/errors.ts'

const details = {
  name: 'tides.txt',
  path: '/library/notes.json',
  id: 'a1',
  ids: ['a1', 'a11'],
  reason: 'it is a reason',
  quote: 'at noon',
  href: 'file:///etc',
  encoding: 'UTF-16',
  holder: 'process 7',
  bytes: 60_000_000,
  maxBytes: 50_000_000,
  seconds: 15,
  format: 2,
  nth: 3,
  done: 4,
  total: 9,
  count: 2,
  version: 7,
  passages: [],
  url: 'https://harbour.example/tides',
  pages: 12,
  importer: 'pocket',
  status: 404,
  type: 'image/png',
}

// What a number stands for in one failure has a name in another.
const errors = AppError.options.map((option) => {
  const error = { ...details, code: option.shape.code.value }
  return AppError.safeParse(error).data ?? AppError.parse({ ...error, format: 'a PDF' })
})

test.each(errors)('$code has a sentence with all that is known of it', (error) => {
  const sentence = errorText(error)
  expect(sentence).toMatch(/[.)]$|file:\/\/\/etc$/)
  expect(sentence).not.toMatch(/undefined|null|object/)
  const known = (['name', 'path', 'quote', 'href', 'reason', 'url', 'importer', 'type'] as const).filter(
    (key) => key in error,
  )
  for (const key of known) expect(sentence).toContain(details[key])
})

test('no two failures have the same sentence', () => {
  expect(new Set(errors.map(errorText)).size).toBe(errors.length)
})
