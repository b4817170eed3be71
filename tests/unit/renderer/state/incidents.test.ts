// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { applyEvent } from '../../../../renderer/state/events.ts'
import {
  answerManyGone,
  dismissIncidents,
  loadLibraryState,
  openIncidents,
} from '../../../../renderer/state/incident-actions.ts'
import { incidentText } from '../../../../renderer/state/incident-text.ts'
import { openArticle, saveReading, toggleStar } from '../../../../renderer/state/article-actions.ts'
import { saveSettings } from '../../../../renderer/state/settings-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { openSheet } from '../../../../renderer/state/view-actions.ts'
import { ok } from '../../../../src/errors.ts'
import { Incident } from '../../../../src/model/incident.ts'
import { articleId, fakeLibrary, type FakeLibrary } from './fake-library.ts'

let library: FakeLibrary

beforeEach(() => {
  library = fakeLibrary()
})

const common = { at: '2026-01-12T10:00:00.000Z', path: 'articles/a/notes.b.json' }
const rebuilt: Incident = { kind: 'index-rebuilt', id: 'one', ...common, reason: 'it was damaged' }
const gone: Incident = { kind: 'many-gone', id: 'two', ...common, path: 'articles', count: 120, total: 1000 }

function ids() {
  return getState().incidents?.map(({ id }) => id)
}

function state(incidents: number) {
  return { kind: 'state-changed', state: { readOnly: null, reconciling: null, incidents } } as const
}

test('what happened before the start is counted without a word', async () => {
  library.happen(rebuilt)
  await loadLibraryState()
  expect(getState().library.incidents).toBe(1)
  expect(getState().toasts).toEqual([])
})

test('what happens now is said, with the way to more', () => {
  applyEvent(state(1))
  expect(getState().toasts).toMatchObject([{ kind: 'done', sheet: 'incidents' }])
  applyEvent(state(0))
  expect(getState().toasts).toHaveLength(1)
})

test('one thing is put away, the others stay', async () => {
  library.happen(rebuilt, gone)
  await openIncidents()
  expect(ids()).toEqual(['one', 'two'])
  await dismissIncidents(['one'])
  expect(ids()).toEqual(['two'])
  expect(getState().library.incidents).toBe(1)
})

test('a question goes when it is answered', async () => {
  library.happen(gone)
  await openIncidents()
  await answerManyGone('two', false)
  expect(library.inputsOf('incident.answer')).toEqual([{ id: 'two', isOnPurpose: false }])
  expect(ids()).toEqual([])
})

const details = {
  id: 'one',
  ...common,
  takenAt: '2026-01-11T10:00:00.000Z',
  kept: 'damaged/a.json',
  reason: 'it is a reason',
  format: 9,
  articleId: articleId(1),
  count: 120,
  total: 1000,
}
const origins = Incident.options[0].shape.from.options
const kinds = Incident.options.flatMap((option): Incident[] => {
  const kind = option.shape.kind.value
  if (kind === 'restored') return origins.map((from) => Incident.parse({ ...details, kind, from }))
  return [Incident.parse({ ...details, kind })]
})

test.each(kinds)('$kind says what happened, what was done, and what is left to do', (incident) => {
  const { what, done, toDo } = incidentText(incident)
  for (const sentence of [what, done, toDo ?? 'Nothing.']) {
    expect(sentence).toMatch(/^[A-Z0-9].*[.]$/)
    expect(sentence).not.toMatch(/undefined|null|object/)
  }
  expect(what).toContain('reason' in incident ? incident.reason : '')
})

test('no two things that happen are told in the same words', () => {
  const told = kinds.map((incident) => Object.values(incidentText(incident)).join(' '))
  expect(new Set(told).size).toBe(kinds.length)
})

test('a library that cannot be written to is read without a word, and says why when it is asked to keep something', async () => {
  const readOnly = { code: 'library-locked', path: '/books', holder: 'Lectern on attic' } as const
  library.answers['library.state'] = () => ok({ readOnly, reconciling: null, incidents: 0 })
  await loadLibraryState()
  await openArticle(articleId(1))
  await saveReading(articleId(1), { progress: 0.5 })
  await saveSettings({ fontSize: 20 })
  expect(getState()).toMatchObject({ toasts: [], settings: { fontSize: 20 } })
  expect(library.inputsOf('settings.save')).toEqual([])
  await toggleStar(articleId(1))
  openSheet('add')
  expect(getState().sheet).toBeNull()
  expect(getState().toasts).toMatchObject([{ kind: 'problem' }])
  expect(getState().toasts[0]?.text).toContain('Lectern on attic')
})
