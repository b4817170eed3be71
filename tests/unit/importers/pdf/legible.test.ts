import { expect, it } from 'vitest'
import { legible } from '../../../../src/importers/pdf/legible.ts'

it('reads codes of Windows, pieces of brackets and Arabic shapes as the characters they stand for', () => {
  expect(legible('\u0093Lund\u0094 \u0081\u0085')).toBe('“Lund” …')
  expect(legible('\uf8eb\uf8ec\uf8edx\uf8f6\uf8f7\uf8f8')).toBe('(x)')
  expect(legible('\ufe91\ufefb')).toBe('بلا')
})

it('leaves out characters that nobody sees, and no white space', () => {
  expect(legible('\u0003boat\u0000s\tand\nlamps')).toBe('boats\tand\nlamps')
})
