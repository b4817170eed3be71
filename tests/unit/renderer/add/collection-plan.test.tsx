// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CollectionPlan } from '../../../../renderer/add/collection-plan.tsx'
import type { ImportedCollection } from '../../../../renderer/state/import-choice.ts'
import { useStore } from '../../../../renderer/state/store.ts'
import { ok } from '../../../../src/errors.ts'
import type { CollectionPlan as Plan } from '../../../../src/model/collection.ts'
import { collection, fakeLibrary, type FakeLibrary, intake } from '../state/fake-library.ts'

let library: FakeLibrary
let root: Root
let cancelled: boolean

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  library = fakeLibrary()
  library.answers['intake.start'] = () => ok(intake('i1'))
  document.body.innerHTML = '<div></div>'
  root = createRoot(document.querySelector('div')!)
  cancelled = false
})

afterEach(() => {
  act(() => root.unmount())
  vi.unstubAllGlobals()
})

async function show(plan: Partial<Plan> = {}, waiting = 0): Promise<ImportedCollection> {
  const shown = collection('pocket.zip')
  const changed = { ...shown, plan: { ...shown.plan, ...plan } }
  useStore.setState({ imports: [changed] })
  await act(async () =>
    root.render(
      <CollectionPlan
        collection={changed}
        waiting={waiting}
        failed={null}
        onCancel={() => (cancelled = true)}
      />,
    ),
  )
  return changed
}

function button(name: string): HTMLButtonElement {
  return [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)!
}

function check(name: string): HTMLInputElement | null {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) =>
    textContent?.startsWith(name),
  )
  return label?.querySelector('input') ?? null
}

async function press(name: string): Promise<void> {
  await act(async () => button(name).click())
}

test('what would come in is told in numbers, without those that are none', async () => {
  await show()
  const facts = [...document.querySelectorAll('.plan-facts li')].map(({ textContent }) => textContent)
  expect(facts).toEqual([
    '3 items',
    '2 new',
    '1 already here',
    '1 note comes along',
    '2 are addresses without a text',
  ])
})

test('all of it is started with, and nothing is loaded from the net that nobody asked for', async () => {
  const { collectionId } = await show()
  await press('Start')
  expect(library.inputsOf('intake.start')).toEqual([
    { collectionId, options: { loadsPages: false, keepsPictures: false } },
  ])
})

test('pages and pictures are loaded where that is ticked', async () => {
  await show()
  act(() => check('Load the pages of links')!.click())
  act(() => check('Keep their pictures')!.click())
  await press('Start')
  expect(library.inputsOf('intake.start')).toMatchObject([
    { options: { loadsPages: true, keepsPictures: true } },
  ])
})

test('where every item has its text, no page is offered to be loaded', async () => {
  await show({ withoutText: 0 })
  expect(check('Load the pages of links')).toBeNull()
})

test('without any item there is nothing to start, and all can be chosen again', async () => {
  await show()
  await press('None')
  expect(button('Start').disabled).toBe(true)
  expect(document.body.textContent).toContain('0 of 3 are chosen')
  await press('All')
  expect(button('Start').disabled).toBe(false)
  expect(document.body.textContent).toContain('All 3 are chosen')
})

test('where all of it is in the library already, there is nothing to start', async () => {
  await show({ effects: { new: 0, more: 0, same: 3 } })
  expect(button('Start')).toBeUndefined()
  await press('Done')
  expect(library.inputsOf('import.discard')).toEqual([{ ids: ['collection of pocket.zip'] }])
  expect(useStore.getState().imports).toEqual([])
})

test('of what is in the library already, the pages can still be loaded', async () => {
  await show({ effects: { new: 0, more: 0, same: 3 } })
  act(() => check('Load the pages of links')!.click())
  await press('Start')
  expect(library.inputsOf('intake.start')).toMatchObject([{ options: { loadsPages: true } }])
})

test('what is skipped is told with its reason, and what has no place of its own is named', async () => {
  await show({ skipped: [{ where: 'line 17', reason: 'nothing' }], unplaced: ['cursor', 'thumbnail'] })
  expect(document.querySelector('details')?.textContent).toContain(
    '1 entry is skippedNeither an address nor a text: line 17',
  )
  expect(document.body.textContent).toContain('Kept with each article: cursor, thumbnail')
})

test('what is skipped for the same reason is told together', async () => {
  const skipped = [
    { where: 'line 3', reason: 'repeated' as const },
    { where: 'line 4', reason: 'damaged' as const },
    { where: 'line 5', reason: 'repeated' as const },
  ]
  await show({ skipped })
  const told = [...document.querySelectorAll('.left-over li')].map(({ textContent }) => textContent)
  expect(told).toEqual(['In the file once more: line 3 · line 5', 'Can’t be understood: line 4'])
})

test('of several collections one can be left out', async () => {
  await show({}, 1)
  await press('Leave this one out')
  expect(library.inputsOf('import.discard')).toEqual([{ ids: ['collection of pocket.zip'] }])
  expect(cancelled).toBe(false)
})
