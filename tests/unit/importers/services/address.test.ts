import { expect, test } from 'vitest'
import { addressKey, webAddress } from '../../../../src/importers/services/address.ts'

test.each([
  ['https://example.com/a?x=1#part', 'https://example.com/a?x=1#part'],
  ['  https://example.com/a  ', 'https://example.com/a'],
  ['https://fr.example.org/wiki/Échecs', 'https://fr.example.org/wiki/Échecs'],
  ['https://example.com/a b', 'https://example.com/a%20b'],
  ['https:\\\\example.com\\a', 'https://example.com/a'],
  ['//example.com/a', 'https://example.com/a'],
  ['www.example.com/a', 'https://www.example.com/a'],
  ['HTTP://EXAMPLE.COM', 'HTTP://EXAMPLE.COM'],
])('%j is an address', (written, address) => {
  expect(webAddress(written)).toBe(address)
})

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'place:type=6',
  'chrome://flags',
  'mailto:a@example.com',
  '?lY47tw',
  'no address',
  'note.txt is one',
  'http://',
  'https://[',
  '',
  null,
])('%j is none of a page', (written) => {
  expect(webAddress(written)).toBeNull()
})

test('spellings that browsers take for one address are one', () => {
  expect(addressKey('HTTP://EXAMPLE.com:80')).toBe(addressKey('http://example.com/'))
  expect(addressKey('http://example.com/É')).toBe(addressKey('http://example.com/%C3%89'))
})
