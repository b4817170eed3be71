// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { bringBack, openEarlier, showSnapshot } from '../../../../renderer/state/earlier-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { dateAndTime } from '../../../../renderer/ui/formats.ts'
import { fail, ok } from '../../../../src/errors.ts'
import { articleId, fakeLibrary, type FakeLibrary, note, noteId } from './fake-library.ts'

const takenAt = '2026-01-12T10:00:00.000Z'
let library: FakeLibrary

beforeEach(async () => {
  library = fakeLibrary()
  const snapshot = { takenAt, notes: 1 }
  library.answers['snapshot.list'] = () =>
    ok({
      snapshots: [
        { ...snapshot, name: 'newer', differing: 1 },
        { ...snapshot, name: 'older', differing: 0 },
      ],
    })
  library.answers['snapshot.open'] = ({ name }) => ok({ notes: [note(name === 'newer' ? 1 : 2)] })
  library.answers['snapshot.restore'] = () => ok({ notes: [note(1), note(3, 20)] })
  await openArticle(articleId(2))
})

function shown() {
  return getState().earlier?.notes?.map((placed) => placed.note.id)
}

test('the newest of the earlier notes is shown first, any other when it is chosen', async () => {
  await openEarlier(articleId(1))
  expect(shown()).toEqual([noteId(1)])
  await showSnapshot('older')
  expect(shown()).toEqual([noteId(2)])
})

test('a late answer does not take the place of what was chosen since', async () => {
  const answers: Array<() => void> = []
  await openEarlier(articleId(1))
  const { 'snapshot.open': open } = library.answers
  library.answers['snapshot.open'] = async (input) => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return open!(input)
  }
  const older = showSnapshot('older')
  const newer = showSnapshot('newer')
  answers[1]?.()
  await newer
  answers[0]?.()
  await older
  expect(shown()).toEqual([noteId(1)])
})

test('what is brought back is shown in the article, and said', async () => {
  await openEarlier(articleId(1))
  await bringBack()
  expect(getState()).toMatchObject({ sheet: null, openId: articleId(1), notesTab: 'notes' })
  expect(getState().open?.notes.map((placed) => placed.note.id)).toEqual([noteId(1), noteId(3)])
  expect(getState().toasts.map(({ text }) => text)).toEqual([
    `1 note brought back as it was on ${dateAndTime(takenAt)}`,
  ])
})

test('notes that are no longer kept say so, and the sheet stays', async () => {
  await openEarlier(articleId(1))
  library.answers['snapshot.restore'] = () => fail({ code: 'snapshot-unknown', name: 'newer' })
  await bringBack()
  expect(getState().sheet).toBe('earlier')
  expect(getState().toasts[0]?.kind).toBe('problem')
})
