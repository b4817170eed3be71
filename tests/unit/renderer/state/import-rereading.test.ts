// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { discardImports, leaveOut, saveImports } from '../../../../renderer/state/import-actions.ts'
import { type ImportedDraft, isDraft } from '../../../../renderer/state/import-choice.ts'
import { readText } from '../../../../renderer/state/import-reading.ts'
import { otherReaderOf, rereadDraft, takeOtherReading } from '../../../../renderer/state/import-rereading.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { fail, ok } from '../../../../src/errors.ts'
import { draft, fakeLibrary, type FakeLibrary, text } from './fake-library.ts'

let library: FakeLibrary

/** A page's reading by one of the two readers. */
function reading(importer: string): ImportedDraft {
  const { draft: content, ...rest } = draft('page.html')
  return { ...rest, draftId: `by ${importer}`, draft: { ...content, importer } }
}

beforeEach(async () => {
  library = fakeLibrary()
  library.answers['import.read'] = () => ok(reading('web-page'))
  library.answers['import.reread'] = ({ importer }) => ok(reading(importer))
  await readText(text)
})

function shown() {
  return getState()
    .imports.filter(isDraft)
    .map(({ draftId }) => draftId)
}

function current() {
  return getState().imports.filter(isDraft)[0]!
}

test('the other of two readers is offered for pages, and for nothing else', () => {
  expect(otherReaderOf('web-page')).toBe('web-page-defuddle')
  expect(otherReaderOf('web-page-defuddle')).toBe('web-page')
  expect(otherReaderOf('plain-text')).toBeNull()
  expect(otherReaderOf('constructor')).toBeNull()
})

test('another reader’s text takes the place of the first, and one can go back and forth', async () => {
  await rereadDraft(current())
  expect(library.inputsOf('import.reread')).toEqual([
    { draftId: 'by web-page', importer: 'web-page-defuddle' },
  ])
  expect(shown()).toEqual(['by web-page-defuddle'])
  takeOtherReading('by web-page-defuddle')
  expect(shown()).toEqual(['by web-page'])
  takeOtherReading('by web-page')
  expect(shown()).toEqual(['by web-page-defuddle'])
})

test('what is saved is the text that is shown, and the other is let go', async () => {
  await rereadDraft(current())
  await saveImports({}, {})
  expect(library.inputsOf('import.save')).toEqual([{ draftId: 'by web-page-defuddle', facts: {} }])
  expect(library.inputsOf('import.discard')).toEqual([{ ids: ['by web-page'] }])
})

test.each([
  ['cancelling', () => discardImports()],
  ['leaving it out', () => leaveOut(current())],
])('%s lets both go', async (_name, act) => {
  await rereadDraft(current())
  await act()
  expect(library.inputsOf('import.discard')).toEqual([{ ids: ['by web-page-defuddle', 'by web-page'] }])
})

test('a reader that finds nothing leaves the first one’s text, and says so', async () => {
  library.answers['import.reread'] = () => fail({ code: 'text-missing', name: 'page.html' })
  await rereadDraft(current())
  expect(shown()).toEqual(['by web-page'])
  expect(getState().toasts[0]?.kind).toBe('problem')
})

test('a text that comes after the sheet was closed is let go', async () => {
  const asking = rereadDraft(current())
  await discardImports()
  await asking
  expect(getState().imports).toEqual([])
  expect(library.inputsOf('import.discard')).toEqual([
    { ids: ['by web-page'] },
    { ids: ['by web-page-defuddle'] },
  ])
})
