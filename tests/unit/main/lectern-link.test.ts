import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressIn, isLink } from '../../../main/lectern-link.ts'

test('a page asks to be added by its address', () => {
  const page = 'https://harbour.example/tides?day=2#noon'
  expect(addressIn(`lectern://add?url=${encodeURIComponent(page)}`)).toBe(page)
  expect(addressIn(`lectern://add/?url=${encodeURIComponent(page)}&title=x`)).toBe(page)
})

test.each([
  'lectern://add',
  'lectern://add?url=',
  'lectern://add?url=file:///etc/passwd',
  'lectern://add?url=javascript:alert(1)',
  'lectern://add?url=https://',
  'lectern://remove?url=https://harbour.example/',
  'lectern://add/../remove?url=https://harbour.example/',
  'lectern:add?url=https://harbour.example/',
  'lectern://user@add.example/?url=https://harbour.example/',
  'https://add?url=https://harbour.example/',
])('a link asks for nothing else: %s', (link) => {
  expect(addressIn(link)).toBeNull()
})

test('whatever a link says, what is taken from it is an address of the web or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (rest) => {
      for (const link of [`lectern:${rest}`, `lectern://add?url=${rest}`, `lectern://add?${rest}`]) {
        expect(isLink(link)).toBe(true)
        const address = addressIn(link)
        expect(address === null || /^https?:$/.test(new URL(address).protocol)).toBe(true)
      }
    }),
  )
})
