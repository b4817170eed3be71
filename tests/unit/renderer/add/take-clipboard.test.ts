// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { takeClipboard } from '../../../../renderer/add/take-clipboard.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { fakeLibrary, type FakeLibrary } from '../state/fake-library.ts'

let library: FakeLibrary

beforeEach(() => {
  library = fakeLibrary()
})

function transfer(data: Record<string, string>, files: File[] = []): DataTransfer {
  return { files, getData: (type: string) => data[type] ?? '' } as unknown as DataTransfer
}

async function read(): Promise<string[]> {
  await vi.waitFor(() => expect(library.inputsOf('import.read')).not.toEqual([]))
  return library.inputsOf('import.read').map((input) => (input as { name: string }).name)
}

test('files are read', async () => {
  expect(takeClipboard(transfer({ 'text/plain': 'story.txt' }, [new File(['x'], 'story.txt')]))).toBe('taken')
  expect(await read()).toEqual(['story.txt'])
})

test('an address alone goes into its field, with or without markup, and is not loaded', () => {
  const url = 'https://example.org/tides'
  expect(takeClipboard(transfer({ 'text/plain': url, 'text/html': `<p><a href="${url}">tides</a>` }))).toBe(
    'taken',
  )
  expect(getState()).toMatchObject({ sheet: 'add', address: url })
  expect(library.calls).toEqual([])
})

test('of a dragged link its address is taken, not its words', () => {
  const list = '# from a page\r\nhttps://example.org/tides\r\nhttps://example.org/other\r\n'
  takeClipboard(transfer({ 'text/uri-list': list, 'text/plain': 'Tides', 'text/html': '<p>Tides' }))
  expect(getState().address).toBe('https://example.org/tides')
})

test('a link to what is no page is no address', () => {
  takeClipboard(transfer({ 'text/uri-list': 'javascript:alert(1)', 'text/plain': 'Tides' }))
  expect(getState()).toMatchObject({ sheet: null, address: '' })
})

test('a piece of a page is read with its markup', async () => {
  expect(takeClipboard(transfer({ 'text/plain': 'Tides', 'text/html': '<h1>Tides</h1>' }))).toBe('taken')
  expect(await read()).toEqual(['Pasted page.html'])
})

test.each([
  ['nothing but text', {}],
  ['markup that only sets colours', { 'text/html': '<div><span style="color:red">Tides</span></div>' }],
])('%s is left to be text', (_name, more) => {
  expect(takeClipboard(transfer({ 'text/plain': 'Tides will rise.', ...more }))).toBe('text')
  expect(library.calls).toEqual([])
})
