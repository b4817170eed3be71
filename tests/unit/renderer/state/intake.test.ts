// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { applyEvent } from '../../../../renderer/state/events.ts'
import { discardImports, leaveOut, saveImports } from '../../../../renderer/state/import-actions.ts'
import { isCollection } from '../../../../renderer/state/import-choice.ts'
import { openItems, showItems } from '../../../../renderer/state/import-items.ts'
import { readFiles } from '../../../../renderer/state/import-reading.ts'
import {
  cancelIntake,
  doneText,
  forgetIntake,
  loadIntakes,
  resumeIntake,
  showIntake,
  startIntake,
} from '../../../../renderer/state/intake-actions.ts'
import { rowAt } from '../../../../renderer/state/pages.ts'
import { getState, useStore } from '../../../../renderer/state/store.ts'
import { ok } from '../../../../src/errors.ts'
import type { IntakeProgress } from '../../../../src/model/collection.ts'
import { collection, draft, fakeLibrary, type FakeLibrary, intake, text } from './fake-library.ts'

let library: FakeLibrary
const options = { loadsPages: false, keepsPictures: false }
const report = (progress: IntakeProgress) => ({ progress, failures: [], skipped: [], unplaced: [] })

beforeEach(() => {
  library = fakeLibrary()
  library.answers['import.read'] = ({ name }) => ok(name.endsWith('.zip') ? collection(name) : draft(name))
  library.answers['intake.start'] = () => ok(intake('i1'))
  library.answers['intake.report'] = ({ id }) => ok(report(intake(id, { state: 'ended' })))
})

function hear(progress: IntakeProgress): void {
  applyEvent({ kind: 'intake', progress })
}

function firstCollection() {
  return getState().imports.filter(isCollection)[0]!
}

function shownStates() {
  return getState().intakes.map(({ progress }) => progress.state)
}

test('a collection that is started leaves the adding sheet, and its own sheet is shown', async () => {
  await readFiles([new File([text], 'pocket.zip')])
  await startIntake(firstCollection(), options, [0, 2])
  expect(library.inputsOf('intake.start')).toEqual([
    { collectionId: 'collection of pocket.zip', options, indices: [0, 2] },
  ])
  expect(getState()).toMatchObject({ imports: [], sheet: 'intake', shownIntake: 'i1' })
  expect(library.inputsOf('import.discard')).toEqual([])
})

test('of several files the stories are saved first, then each collection is looked over by itself', async () => {
  await readFiles(['a.zip', 'one.txt', 'b.zip'].map((name) => new File([text], name)))
  await saveImports({}, {})
  expect(getState()).toMatchObject({ sheet: 'add', imports: [{ name: 'a.zip' }, { name: 'b.zip' }] })
  await startIntake(firstCollection(), options)
  expect(getState()).toMatchObject({ sheet: 'add', imports: [{ name: 'b.zip' }] })
  await leaveOut(firstCollection())
  expect(library.inputsOf('import.discard')).toEqual([{ ids: ['collection of b.zip'] }])
})

test('cancelling lets stories and collections go alike', async () => {
  await readFiles(['a.zip', 'one.txt'].map((name) => new File([text], name)))
  await discardImports()
  expect(library.inputsOf('import.discard')).toEqual([{ ids: ['collection of a.zip', 'draft of one.txt'] }])
})

test('the items of a collection are asked for as far as they are looked at', async () => {
  const item = { title: 'A tide', url: null, notes: 0, hasText: true, effect: 'new' as const }
  library.answers['import.items'] = ({ skip, limit }) =>
    ok({ rows: Array.from({ length: limit }, (_, index) => ({ ...item, index: skip + index })) })
  const large = { ...collection('pocket.zip'), plan: { ...collection('').plan, items: 10_000 } }
  await openItems(large)
  await showItems(5000, 5010)
  expect(rowAt(getState().items.pages, 5003)?.index).toBe(5003)
  expect(library.inputsOf('import.items').length).toBeLessThan(6)
})

test('what goes on is followed, however it is started, and its end is told', () => {
  hear(intake('i1', { done: 1 }))
  hear(intake('i2'))
  hear(intake('i1', { done: 2, added: 2 }))
  expect(getState().intakes.map(({ progress }) => [progress.id, progress.done])).toEqual([
    ['i1', 2],
    ['i2', 0],
  ])
  hear(intake('i1', { state: 'ended', done: 3, added: 2, same: 1 }))
  expect(getState().announcement.text).toBe('pocket.zip: 2 added, 1 already there')
})

test('when the one that is shown ends, its report is there', async () => {
  hear(intake('i1'))
  await showIntake()
  expect(library.inputsOf('intake.report')).toEqual([])
  hear(intake('i1', { state: 'ended', done: 3 }))
  await vi.waitFor(() => expect(getState().intakes[0]?.report).not.toBeNull())
})

test('the sheet shows the one that is named, else one that runs, else the last', async () => {
  hear(intake('i1', { state: 'ended' }))
  hear(intake('i2'))
  hear(intake('i3', { state: 'waiting' }))
  await showIntake()
  expect(getState().shownIntake).toBe('i2')
  await showIntake('i1')
  expect(getState().shownIntake).toBe('i1')
  hear(intake('i2', { state: 'ended' }))
  await showIntake()
  expect(getState().shownIntake).toBe('i3')
})

test('an answer does not undo the news that came before it', async () => {
  hear(intake('i1', { state: 'ended', done: 3, failed: 1 }))
  library.answers['intake.resume'] = () => {
    hear(intake('i1', { state: 'ended', done: 3, added: 3 }))
    return ok(intake('i1', { done: 2 }))
  }
  await resumeIntake('i1')
  expect(shownStates()).toEqual(['ended'])
  library.answers['intake.cancel'] = () => ok(intake('i1', { state: 'cancelled' }))
  await cancelIntake('i1')
  expect(shownStates()).toEqual(['cancelled'])
})

test('those that an earlier run left are known at the start, and can be forgotten', async () => {
  library.answers['intake.list'] = () => ok({ intakes: [intake('i1', { state: 'waiting', done: 2 })] })
  await loadIntakes()
  expect(shownStates()).toEqual(['waiting'])
  await showIntake('i1')
  await forgetIntake('i1')
  expect(library.inputsOf('intake.forget')).toEqual([{ id: 'i1' }])
  expect(getState()).toMatchObject({ intakes: [], sheet: null, shownIntake: null })
})

test('nothing is gone on with in a library that cannot be written to', async () => {
  hear(intake('i1', { state: 'waiting' }))
  const readOnly = { code: 'library-denied', path: '/library' } as const
  useStore.setState({ library: { readOnly, reconciling: null, incidents: 0 } })
  await resumeIntake('i1')
  expect(library.inputsOf('intake.resume')).toEqual([])
})

test('what was done is told in numbers, without those that are none', () => {
  expect(doneText(intake('i', { added: 1180, same: 24 }))).toBe('1,180 added, 24 already there')
  expect(doneText(intake('i', { extended: 2, failed: 1 }))).toBe('0 added, 2 got more, 1 failed')
})
