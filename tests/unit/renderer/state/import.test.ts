// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { discardImports, leaveOut, saveImports } from '../../../../renderer/state/import-actions.ts'
import { giveUpReading } from '../../../../renderer/state/import-basket.ts'
import { readFiles, readPage, readText } from '../../../../renderer/state/import-reading.ts'
import { getState } from '../../../../renderer/state/store.ts'
import { fail, ok } from '../../../../src/errors.ts'
import { maxSourceBytes } from '../../../../src/model/article.ts'
import type { KnownStory } from '../../../../src/contract.ts'
import { isDraft, likelyChoice } from '../../../../renderer/state/import-choice.ts'
import { articleId, draft, fakeLibrary, type FakeLibrary, openArticleOf, row, text } from './fake-library.ts'

let library: FakeLibrary

beforeEach(() => {
  library = fakeLibrary()
})

function names() {
  return getState().imports.map(({ name }) => name)
}

/** Story 2 has come in twice. */
function twoVersionsOf(number: number) {
  const { article, ...open } = openArticleOf(row(number), [])
  const [first] = article.versions
  const versions = [first!, { ...first!, number: 2 }]
  library.answers['article.open'] = () => ok({ ...open, version: 2, article: { ...article, versions } })
  const [from, to] = versions
  library.answers['article.compare'] = () => ok({ from: from!, to: to!, changes: [], notes: [] })
}

test('dropped files come into the sheet in their order, byte for byte', async () => {
  const modified = Date.parse('2026-01-12T10:00:00.000Z')
  await readFiles([
    new File([text], 'one.txt', { lastModified: modified }),
    new File(['دریا'], 'two.txt', { lastModified: modified }),
  ])
  expect(names()).toEqual(['one.txt', 'two.txt'])
  expect(library.inputsOf('import.read')).toEqual([
    { name: 'one.txt', transferId: 'transfer 1', modified: '2026-01-12T10:00:00.000Z' },
    { name: 'two.txt', transferId: 'transfer 2', modified: '2026-01-12T10:00:00.000Z' },
  ])
  expect(library.inputsOf('import.hand')).toEqual([
    { transferId: null, data: Buffer.from(text).toString('base64') },
    { transferId: null, data: Buffer.from('دریا').toString('base64') },
  ])
  expect(getState()).toMatchObject({ sheet: 'add', importProgress: null })
})

test('a large file is handed in in parts of a million bytes, which make the file again', async () => {
  const bytes = Buffer.from(Array.from({ length: 2_300_001 }, (_, index) => index % 251))
  await readFiles([new File([bytes], 'book.epub')])
  const parts = library.inputsOf('import.hand') as { transferId: string | null; data: string }[]
  expect(parts.map(({ transferId }) => transferId)).toEqual([null, 'transfer 1', 'transfer 1'])
  const handed = parts.map(({ data }) => Buffer.from(data, 'base64'))
  expect(Math.max(...handed.map((part) => part.length))).toBe(1_000_000)
  expect(Buffer.concat(handed).equals(bytes)).toBe(true)
})

test('an empty file is handed in too: what is wrong with it is the library’s to say', async () => {
  await readFiles([new File([], 'empty.txt')])
  expect(library.inputsOf('import.hand')).toEqual([{ transferId: null, data: '' }])
  expect(library.inputsOf('import.read')).toHaveLength(1)
})

test('a file that is too large is told of before any of it is read', async () => {
  const file = new File([text], 'films.zip')
  Object.defineProperty(file, 'size', { value: maxSourceBytes + 1 })
  await readFiles([file])
  expect(getState().imports).toMatchObject([{ name: 'films.zip', error: { code: 'file-too-large' } }])
  expect(library.calls).toEqual([])
})

test('a reading that is stopped is handed in no further, and what was read before stays', async () => {
  const bytes = new Uint8Array(3_000_000)
  library.answers['import.hand'] = ({ transferId }) => {
    if (transferId === 'large') giveUpReading()
    return ok({ transferId: 'large' })
  }
  await readFiles([new File([text], 'one.txt'), new File([bytes], 'two.zip'), new File([text], 'three.txt')])
  expect(names()).toEqual(['one.txt'])
  expect(library.inputsOf('import.hand')).toHaveLength(3)
  expect(getState()).toMatchObject({ sheet: 'add', importProgress: null })
})

test('a pasted page is read with its markup, and as plain text where there is no story in it', async () => {
  await readPage('<p>Tides', text)
  expect(names()).toEqual(['Pasted page.html'])
  library.answers['import.read'] = ({ name }) =>
    ok(name.endsWith('.html') ? { name, error: { code: 'text-missing', name } } : draft(name))
  await readPage('<p>Tides', text)
  expect(names()).toEqual(['Pasted page.html', 'Pasted text.txt'])
})

test('a file that cannot be read does not keep the others out', async () => {
  library.answers['import.read'] = ({ name }) =>
    ok(name === 'bad.txt' ? { name, error: { code: 'file-binary', name } } : draft(name))
  await readFiles([new File(['x'], 'bad.txt'), new File([text], 'good.txt')])
  expect(getState().imports).toMatchObject([
    { error: { code: 'file-binary' } },
    { draftId: 'draft of good.txt' },
  ])
})

test('pasted text becomes a story, nothing but blanks does not', async () => {
  await readText(' \n ')
  expect(getState().sheet).toBeNull()
  await readText(text)
  expect(names()).toEqual(['Pasted text.txt'])
})

test('a saved story is opened, with what was corrected', async () => {
  await readText(text)
  await saveImports({ 'draft of Pasted text.txt': { title: 'Tides' } }, {})
  expect(library.inputsOf('import.save')).toEqual([
    { draftId: 'draft of Pasted text.txt', facts: { title: 'Tides' } },
  ])
  expect(getState()).toMatchObject({ sheet: null, imports: [], openId: articleId(1) })
})

test('several stories stand in the list in the order they were handed in, and the first is opened', async () => {
  let newest = 0
  library.answers['import.save'] = () => ok(row((newest += 1)))
  await readFiles([new File([text], 'one.txt'), new File([text], 'two.txt')])
  await saveImports({}, {})
  expect(library.inputsOf('import.save')).toMatchObject([
    { draftId: 'draft of two.txt' },
    { draftId: 'draft of one.txt' },
  ])
  expect(getState().openId).toBe(articleId(2))
})

test('what could not be saved stays in the sheet', async () => {
  library.answers['import.save'] = ({ draftId }) =>
    draftId.includes('two') ? fail({ code: 'disk-full', path: 'articles' }) : ok(row(1))
  await readFiles([new File([text], 'one.txt'), new File([text], 'two.txt')])
  await saveImports({}, {})
  expect(names()).toEqual(['two.txt'])
  expect(getState().sheet).toBe('add')
})

test('cancelling lets every draft go, those still being read included', async () => {
  let answer = () => {}
  library.answers['import.read'] = async ({ name }) => {
    if (name === 'two.txt') await new Promise<void>((resolve) => (answer = resolve))
    return ok(draft(name))
  }
  const reading = readFiles([new File([text], 'one.txt'), new File([text], 'two.txt')])
  await expect.poll(() => library.inputsOf('import.read')).toHaveLength(2)
  await discardImports()
  answer()
  await reading
  expect(getState()).toMatchObject({ sheet: null, imports: [], importProgress: null })
  expect(library.inputsOf('import.discard')).toEqual([
    { ids: ['draft of one.txt'] },
    { ids: ['draft of two.txt'] },
  ])
})

test('one of several stories can be left out', async () => {
  await readFiles([new File([text], 'one.txt'), new File([text], 'two.txt')])
  await leaveOut(getState().imports.filter(isDraft)[0]!)
  expect(names()).toEqual(['two.txt'])
  expect(library.inputsOf('import.discard')).toEqual([{ ids: ['draft of one.txt'] }])
})

/** Story 2 is in the library, and every draft is known to be it in this way. */
function know(by: KnownStory['by']) {
  const known = [{ summary: row(2), by, likeness: 0.9 }]
  library.answers['import.read'] = ({ name }) => ok({ ...draft(name), known })
  library.answers['import.save'] = ({ versionOf }) => ok(versionOf === undefined ? row(1) : row(2))
}

test('a file that is there already is let go, and the article it is in is opened', async () => {
  know('bytes')
  await readText(text)
  await saveImports({}, {})
  expect(library.inputsOf('import.save')).toEqual([])
  expect(library.inputsOf('import.discard')).toEqual([{ ids: ['draft of Pasted text.txt'] }])
  expect(getState()).toMatchObject({ sheet: null, imports: [], openId: articleId(2) })
  expect(getState().toasts.map((toast) => toast.text)).toEqual(['Already in the library'])
})

test('a new version of a story is saved as one, and what it changed is shown', async () => {
  know('likeness')
  twoVersionsOf(2)
  await readText(text)
  await saveImports({}, {})
  expect(library.inputsOf('import.save')).toMatchObject([{ versionOf: articleId(2) }])
  expect(library.inputsOf('article.compare')).toEqual([{ id: articleId(2), from: 1, to: 2 }])
  expect(getState()).toMatchObject({ sheet: 'compare', imports: [], openId: articleId(2) })
})

test('what is chosen counts more than what is likely', async () => {
  know('bytes')
  await readText(text)
  await saveImports({}, { 'draft of Pasted text.txt': { kind: 'separate' } })
  expect(library.inputsOf('import.save')).toEqual([{ draftId: 'draft of Pasted text.txt', facts: {} }])
  expect(getState().openId).toBe(articleId(1))
})

test('what became of several files is summed up', async () => {
  know('address')
  await readFiles(['one', 'two', 'three', 'four'].map((name) => new File([text], name)))
  await saveImports(
    {},
    { 'draft of one': { kind: 'separate' }, 'draft of two': { kind: 'same', of: articleId(2) } },
  )
  expect(getState().toasts.map((toast) => toast.text)).toEqual(['1 added, 2 new versions, 1 left out'])
  expect(getState()).toMatchObject({ sheet: null, openId: articleId(1) })
})

test('the report of a new version waits while a file is still in the sheet', async () => {
  know('likeness')
  twoVersionsOf(2)
  library.answers['import.save'] = ({ draftId }) =>
    draftId.includes('two') ? fail({ code: 'disk-full', path: 'articles' }) : ok(row(2))
  await readFiles([new File([text], 'one.txt'), new File([text], 'two.txt')])
  await saveImports({}, {})
  expect(names()).toEqual(['two.txt'])
  expect(getState().sheet).toBe('add')
})

test.each([
  ['bytes', 'same'],
  ['words', 'same'],
  ['address', 'version'],
  ['likeness', 'version'],
] as const)('of a story known by its %s the %s is likely', async (by, kind) => {
  know(by)
  await readText(text)
  const [imported] = getState().imports.filter(isDraft)
  expect(likelyChoice(imported!)).toEqual({ kind, of: articleId(2) })
})
