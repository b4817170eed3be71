// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import {
  addressOf,
  hostOf,
  loadAddress,
  offerAddress,
  typeAddress,
} from '../../../../renderer/state/import-address.ts'
import { discardImports, saveImports } from '../../../../renderer/state/import-actions.ts'
import { giveUpReading } from '../../../../renderer/state/import-basket.ts'
import { readText } from '../../../../renderer/state/import-reading.ts'
import { getState, useStore } from '../../../../renderer/state/store.ts'
import { fail, ok } from '../../../../src/errors.ts'
import { draft, fakeLibrary, type FakeLibrary, text } from './fake-library.ts'

let library: FakeLibrary

beforeEach(() => {
  library = fakeLibrary()
  library.answers['import.load'] = ({ url }) => ok(draft(url))
})

function loaded() {
  return library.inputsOf('import.load')
}

test('a text is an address when it is a single one, and nothing else', () => {
  expect(addressOf(' https://example.org/a?b=c#d\n')).toBe('https://example.org/a?b=c#d')
  for (const other of [
    'see https://example.org',
    'https://a.org https://b.org',
    'javascript:alert(1)',
    'https://',
    '',
  ]) {
    expect(addressOf(other)).toBeNull()
  }
})

test('an address that is offered stands in the sheet, and nothing is loaded before the person says so', async () => {
  offerAddress('https://example.org/tides')
  expect(getState()).toMatchObject({ sheet: 'add', address: 'https://example.org/tides' })
  expect(library.calls).toEqual([])
  await loadAddress()
  expect(loaded()).toEqual([{ url: 'https://example.org/tides' }])
  expect(getState()).toMatchObject({ address: '', importProgress: null })
  expect(getState().imports).toMatchObject([{ draftId: 'draft of https://example.org/tides' }])
})

test.each([
  ['example.org/a', 'https://example.org/a'],
  ['localhost:8080/a', 'https://localhost:8080/a'],
  ['http://example.org', 'http://example.org'],
  ['file:///etc/passwd', 'file:///etc/passwd'],
])('%s is asked for as %s', async (typed, url) => {
  typeAddress(typed)
  await loadAddress()
  expect(loaded()).toEqual([{ url }])
})

test('nothing is asked for where nothing is written', async () => {
  typeAddress('  ')
  await loadAddress()
  expect(library.calls).toEqual([])
})

test('a page that does not come is told of, its address stays, and the next try starts clean', async () => {
  library.answers['import.load'] = ({ url }) => fail({ code: 'address-status', url, status: 404 })
  typeAddress('https://example.org/gone')
  await loadAddress()
  await loadAddress()
  expect(getState().imports).toMatchObject([{ error: { code: 'address-status' } }])
  expect(getState().address).toBe('https://example.org/gone')
})

test('a page that comes after the loading was stopped is let go', async () => {
  let answer = () => {}
  library.answers['import.load'] = async ({ url }) => {
    await new Promise<void>((resolve) => (answer = resolve))
    return ok(draft(url))
  }
  typeAddress('https://example.org/slow')
  const loading = loadAddress()
  expect(getState().importProgress).toBe('Loading example.org…')
  giveUpReading()
  answer()
  await loading
  expect(getState()).toMatchObject({ imports: [], importProgress: null, address: 'https://example.org/slow' })
  expect(library.inputsOf('import.discard')).toEqual([{ ids: ['draft of https://example.org/slow'] }])
})

test('an address that comes while stories are looked over waits for its turn', async () => {
  await readText(text)
  offerAddress('https://example.org/tides')
  await saveImports({}, {})
  expect(getState()).toMatchObject({ sheet: 'add', imports: [], address: 'https://example.org/tides' })
  await discardImports()
  expect(getState()).toMatchObject({ sheet: null, address: '' })
})

test('nothing is offered in a library that cannot be written to', () => {
  useStore.setState({
    library: { readOnly: { code: 'library-denied', path: '/l' }, reconciling: null, incidents: 0 },
  })
  offerAddress('https://example.org/tides')
  expect(getState().sheet).toBeNull()
})

test('a host is named without its www', () => {
  expect(hostOf('https://www.example.org/a')).toBe('example.org')
  expect(hostOf('not an address')).toBe('not an address')
})
