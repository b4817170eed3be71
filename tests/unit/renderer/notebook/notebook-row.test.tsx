// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { NotesGrouping } from '../../../../src/model/settings.ts'
import { NotebookRow } from '../../../../renderer/notebook/notebook-row.tsx'
import type { GroupedNote } from '../../../../renderer/state/state.ts'
import { articleId, noteId } from '../state/fake-library.ts'

const note: GroupedNote = {
  id: noteId(1),
  articleId: articleId(1),
  title: 'Harbour works',
  direction: 'ltr',
  color: 'red',
  tags: ['tides'],
  quote: 'which the council insists is lawful',
  body: `Ask [[${articleId(2)}|the other paper]]`,
  needsPlace: false,
  createdAt: '2020-01-12T10:00:00.000Z',
  group: articleId(1),
  grouping: 'article',
}

function drawn(shown: GroupedNote | null, isFirst = false): HTMLElement {
  document.body.innerHTML = renderToStaticMarkup(
    <NotebookRow
      ref={null}
      note={shown}
      isFirst={isFirst}
      index={6}
      top={700}
      height={118}
      isActive={false}
      isStop={false}
      onFocus={() => undefined}
    />,
  )
  return document.querySelector<HTMLElement>('[role=row]')!
}

function heading(grouping: NotesGrouping, group: string): string | null | undefined {
  return drawn({ ...note, grouping, group }, true).querySelector('.rows-heading')?.textContent
}

test('a note has its words, what was written, its tags and its day', () => {
  const row = drawn(note)
  expect(row.getAttribute('aria-rowindex')).toBe('7')
  expect(row.querySelector('.notebook-quote')?.textContent).toBe(note.quote)
  expect(row.querySelector('.notebook-words')?.textContent).toBe('Ask the other paper')
  expect(row.querySelector('.notebook-foot')?.textContent).toBe('tides12 Jan 2020')
})

test('its colour is heard, too', () => {
  expect(drawn(note).querySelector('.heard')?.textContent).toBe('red.')
})

test('the first of a group has the group’s name above it, by whatever it is grouped', () => {
  expect(drawn(note).querySelector('.rows-heading')).toBeNull()
  expect(heading('article', articleId(1))).toBe('Harbour works')
  expect(heading('tag', 'tides')).toBe('tides')
  expect(heading('tag', '')).toBe('Without a tag')
  expect(heading('color', 'red')).toBe('red dispute or check')
  expect(heading('day', '2020-01-12')).toBe('12 January 2020')
})

test('where the group does not name the article, the note does', () => {
  expect(drawn({ ...note, grouping: 'day' }).querySelector('.notebook-foot')?.textContent).toBe(
    'tidesHarbour works',
  )
})

test('a note that lost its place says so', () => {
  expect(drawn({ ...note, needsPlace: true }).textContent).toContain('Needs a place')
})

test('a note on the whole article says what it is on', () => {
  expect(drawn({ ...note, quote: null }).textContent).toContain('On the whole article')
})

test('the words of a story written from right to left run so', () => {
  expect(
    drawn({ ...note, direction: 'rtl' })
      .querySelector('.notebook-cell')
      ?.getAttribute('dir'),
  ).toBe('rtl')
})

test('a note that is on its way keeps its place in the list', () => {
  const row = drawn(null)
  expect(row.getAttribute('aria-busy')).toBe('true')
  expect(row.textContent).toBe('Loading…')
})
