import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKey } from '../../../src/versions/same-address.ts'

const address = 'https://news.example/2026/tide?page=2&id=7'

test.each([
  'http://news.example/2026/tide?page=2&id=7',
  'https://www.News.Example/2026/tide/?id=7&page=2',
  'https://news.example:443/2026/tide?utm_source=mail&id=7&page=2&fbclid=abc',
  'https://news.example/2026/tide?page=2&id=7#comments',
  ' https://reader@news.example./2026/tide?page=2&id=7&UTM_Campaign=x&gclid=1 ',
])('%s is the address of the same story', (other) => {
  expect(addressKey(other)).toBe(addressKey(address))
})

test.each([
  'https://news.example/2026/tide?page=3&id=7',
  'https://news.example/2026/Tide?page=2&id=7',
  'https://news.example/2026/tide',
  'https://news.example:8080/2026/tide?page=2&id=7',
  'https://other.example/2026/tide?page=2&id=7',
  'https://m.news.example/2026/tide?page=2&id=7',
])('%s may be another story', (other) => {
  expect(addressKey(other)).not.toBe(addressKey(address))
})

test('an address that is not of the web is only like itself', () => {
  expect(addressKey('file:///tide.txt')).toBe('file:///tide.txt')
  expect(addressKey('message:<tide@news.example>')).toBe('message:<tide@news.example>')
})

test('the order of the query, the scheme and what tracks readers never matter', () => {
  const parts = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}=[a-z0-9]{1,4}$/), { maxLength: 5 })
  fc.assert(
    fc.property(fc.webUrl(), parts, (url, query) => {
      const one = `${url}?${query.join('&')}`
      const other = `${url.replace('https', 'http')}?utm_id=1&${query.toReversed().join('&')}#top`
      expect(addressKey(other)).toBe(addressKey(one))
    }),
  )
})
