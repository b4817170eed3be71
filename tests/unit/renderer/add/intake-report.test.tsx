// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { IntakeReport } from '../../../../renderer/add/intake-report.tsx'
import { IntakeRunning } from '../../../../renderer/add/intake-running.tsx'
import type { Intake } from '../../../../renderer/state/intake-pace.ts'
import { ok } from '../../../../src/errors.ts'
import type { IntakeProgress } from '../../../../src/model/collection.ts'
import { fakeLibrary, type FakeLibrary, intake } from '../state/fake-library.ts'

let library: FakeLibrary
let root: Root

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  library = fakeLibrary()
  library.answers['intake.resume'] = () => ok(intake('i1'))
  document.body.innerHTML = '<div></div>'
  // Without heights a list has no room, and no row needs any.
  for (const height of ['clientHeight', 'offsetHeight'] as const) {
    vi.spyOn(HTMLElement.prototype, height, 'get').mockReturnValue(60)
  }
  root = createRoot(document.querySelector('div')!)
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function report(change: Partial<IntakeProgress>): Intake {
  const progress = intake('i1', { total: 1204, ...change })
  const failures = [
    {
      index: 3,
      title: 'The tide that came twice',
      error: { code: 'address-status' as const, url: 'https://example.org/3', status: 404 },
    },
  ]
  return { progress, samples: [], report: { progress, failures, skipped: [], unplaced: [] } }
}

function show(shown: Intake): void {
  act(() => root.render(<IntakeReport intake={shown} />))
}

function names(): (string | null)[] {
  return [...document.querySelectorAll('button')].map(({ textContent }) => textContent)
}

async function press(name: string): Promise<void> {
  await act(async () =>
    [...document.querySelectorAll('button')].find((one) => one.textContent === name)!.click(),
  )
}

test('each item that failed is named with what went wrong, and can be tried again', async () => {
  show(report({ state: 'ended', done: 1204, failed: 1 }))
  expect(document.body.textContent).toContain('1 of 1,204 did not come in, or only in part.')
  expect(document.querySelector('.intake-failures')?.textContent).toContain('The tide that came twice')
  expect(document.querySelector('.intake-failures')?.textContent).toContain('404')
  await press('Try these again')
  expect(library.inputsOf('intake.resume')).toEqual([{ id: 'i1' }])
})

test('where nothing failed there is nothing to try again', async () => {
  show(report({ state: 'ended', done: 1204 }))
  expect(document.body.textContent).toContain('All 1,204 came in or are there already.')
  expect(names()).toEqual(['Done'])
  await press('Done')
  expect(library.inputsOf('intake.forget')).toEqual([{ id: 'i1' }])
})

test.each([
  ['waiting', 'The import stopped at 612 of 1,204.'],
  ['cancelled', 'You stopped the import at 612 of 1,204.'],
] as const)('one that is %s says where, and can be gone on with or forgotten', (state, sentence) => {
  show(report({ state, done: 612 }))
  expect(document.body.textContent).toContain(sentence)
  expect(names()).toEqual(['Forget', 'Go on'])
})

test('while it runs it is told how fast it goes and when it will be done', () => {
  const running = (done: number, samples: Intake['samples']): Intake => ({
    progress: intake('i1', { total: 1200, done }),
    samples,
    report: null,
  })
  act(() => root.render(<IntakeRunning intake={running(0, [])} />))
  expect(document.querySelector('.intake-pace')?.textContent).toBe('Just begun')
  const steady = [
    { at: 0, done: 0 },
    { at: 10_000, done: 40 },
  ]
  act(() => root.render(<IntakeRunning intake={running(40, steady)} />))
  expect(document.querySelector('.intake-pace')?.textContent).toBe('4 a second · about 5 minutes left')
  const slow = [
    { at: 0, done: 0 },
    { at: 10_000, done: 2 },
  ]
  act(() => root.render(<IntakeRunning intake={running(2, slow)} />))
  expect(document.querySelector('.intake-pace')?.textContent).toBe('12 a minute · about 2 hours left')
})

test('how far it is is said at each tenth, not at each item', () => {
  const said = [0, 119, 120, 239, 1200].map((done) => {
    const running = { progress: intake('i1', { total: 1200, done }), samples: [], report: null }
    act(() => root.render(<IntakeRunning intake={running} />))
    return document.querySelector('[role=status]')?.textContent
  })
  expect(said).toEqual(['', '', '10 % done', '10 % done', '100 % done'])
})

test('of ten thousand that failed only those in view are drawn', () => {
  const error = { code: 'text-missing' as const, name: 'shelf.json' }
  const failures = Array.from({ length: 10_000 }, (_, index) => ({ index, title: `Lamp ${index}`, error }))
  const told = report({ state: 'ended', done: 10_000, failed: 10_000 })
  show({ ...told, report: { ...told.report!, failures } })
  const rows = [...document.querySelectorAll('.intake-failures li')]
  expect(rows[0]?.textContent).toContain('Lamp 0')
  expect(rows[0]?.getAttribute('aria-setsize')).toBe('10000')
  expect(rows.length).toBeLessThan(20)
})

test('what failed is told in the order of the collection, whatever failed first', () => {
  const told = report({ state: 'ended', done: 1204, failed: 2 })
  const error = { code: 'address-status' as const, url: 'https://example.org/2', status: 404 }
  const failures = [...told.report!.failures, { index: 2, title: 'The tide before it', error }]
  show({ ...told, report: { ...told.report!, failures } })
  const titles = [...document.querySelectorAll('.intake-failures b')].map(({ textContent }) => textContent)
  expect(titles).toEqual(['The tide before it', 'The tide that came twice'])
})
