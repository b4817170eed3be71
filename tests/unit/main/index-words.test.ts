import { expect, test } from 'vitest'
import { Index } from '../../../main/library/index/index.ts'
import { idOf, makeEntry } from './index-entries.ts'

const facts = {
  title: 'Élysée: “No delay” to the sea-wall',
  byline: 'Mara Ellison and Jo Reed',
  agency: 'Tidewire',
  place: 'HARBOUR',
  source: 'https://news.example/world/breakwater-2026.html',
  excerpt: 'The minister said Zürich’s engineers will not pause.',
  tags: ['sea walls', 'تنگه هرمز', '東京オリンピック2026年3月', 'ภาษาไทย', '서울특별시'],
}

test.each([
  ['elysee', 'without accents'],
  ['ÉLYSÉE', 'in capitals'],
  ['ely', 'by the beginning of a word'],
  ['wall del', 'by several words in any order'],
  ['sea sea', 'by one word twice'],
  ['mara tidewire harbour', 'by byline, agency and place'],
  ['breakwater html', 'by parts of its address'],
  ['zurich', 'by its excerpt'],
  ['Zu\u0308rich', 'by an accent that is a character of its own'],
  ['هرمز', 'by a tag in Arabic script'],
  ['تَنگه', 'by Arabic with vowel signs'],
  ['東京', 'by Japanese'],
  ['オリンピック', 'by a word inside a Japanese run'],
  ['3月', 'by a date in Japanese'],
  ['ไทย', 'by a word inside a Thai run'],
  ['서울', 'by Korean'],
  ['"no delay"', 'by words in quotation marks'],
  ['sea-wall', 'by words with a hyphen'],
  ['', 'by nothing asked'],
  ['“ — ”', 'by nothing but signs'],
])('an article is found by %j: %s', (query) => {
  expect(find(query)).toBe(1)
})

test.each([
  ['lysee', 'the middle of a word'],
  ['sea harbor', 'two words of which one is not there'],
  ['京オ都', 'characters that do not follow each other'],
  ['sea OR nothing', 'an operator is a word like any other'],
  ['NEAR(sea wall)', 'so is this one'],
  ['list:sea', 'a column’s name is a word'],
  ['sea*x', 'a star ends a word'],
])('an article is not found by %j: %s', (query) => {
  expect(find(query)).toBe(0)
})

test('words are found as they are now, not as they were', () => {
  const { index } = Index.open(null, 'library')
  index.put([makeEntry(idOf(1), { title: 'Before' })])
  index.put([makeEntry(idOf(1), { title: 'After', notes: 1 })])
  expect(index.count('all', 'before')).toBe(0)
  expect(index.count('annotated', 'after')).toBe(1)
})

test('two thousand words pasted into the search field are answered', () => {
  const query = Array.from({ length: 2000 }, (_, number) => `word${number} sea`).join(' ')
  expect(find(query)).toBe(0)
})

function find(query: string): number {
  const { index } = Index.open(null, 'library')
  index.put([makeEntry(idOf(1), facts), makeEntry(idOf(2), { title: 'Other', source: 'other.txt' })])
  const [row] = index.page({
    filter: 'all',
    query,
    sort: { by: 'added', isReversed: true },
    after: null,
    skip: 0,
    limit: 1,
  }).rows
  return row?.id === idOf(1) ? 1 : 0
}
