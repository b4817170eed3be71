// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import { applyEvent } from '../../../../renderer/state/events.ts'
import {
  askedFor,
  firstMissingPicture,
  isOnlyAddress,
  keepPictures,
  lacksPictures,
  loadPage,
  rereadPage,
} from '../../../../renderer/state/page-actions.ts'
import { getState } from '../../../../renderer/state/store.ts'
import type { OpenArticle } from '../../../../src/contract.ts'
import { fail, ok } from '../../../../src/errors.ts'
import type { Block } from '../../../../src/model/content.ts'
import { articleId, fakeLibrary, type FakeLibrary, openArticleOf, row } from './fake-library.ts'

let library: FakeLibrary
const id = articleId(1)
const [here, there] = ['https://example.org/here.png', 'https://example.org/there.png']
const kept = `${'a'.repeat(64)}.png`

/** A page with a picture that came inside of it and two that did not, of which only the address was saved. */
function page(): OpenArticle {
  const open = openArticleOf({ ...row(1), isOnlyLink: true }, [])
  const [version] = open.article.versions
  const figure = (url: string | null, file: string | null): Block => ({
    kind: 'figure',
    span: { start: 0, end: 0 },
    url,
    file,
    alt: '',
  })
  return {
    ...open,
    article: {
      ...open.article,
      source: { ...open.article.source, url: 'https://example.org/' },
      versions: [{ ...version!, importer: 'web-page' }],
    },
    content: { ...open.content, blocks: [figure(null, kept), figure(here, null), figure(there, null)] },
  }
}

beforeEach(async () => {
  library = fakeLibrary()
  library.answers['article.open'] = () => ok(page())
  await openArticle(id)
})

test('the first picture that is missing is the first that has an address and no file', () => {
  expect(firstMissingPicture(page())).toBe(1)
  expect(firstMissingPicture({ ...page(), pictures: { [here]: kept } })).toBe(2)
  expect(firstMissingPicture({ ...page(), pictures: { [here]: kept, [there]: kept } })).toBeNull()
})

test('pictures that are kept come into the open article, whoever asked for them', async () => {
  library.answers['article.keepPictures'] = () => ok({ pictures: { [here]: kept }, failed: [] })
  await keepPictures(id)
  expect(getState().open?.pictures).toEqual({ [here]: kept })
  applyEvent({ kind: 'pictures-kept', id, pictures: { [there]: kept } })
  applyEvent({ kind: 'pictures-kept', id: articleId(2), pictures: { other: kept } })
  expect(getState().open?.pictures).toEqual({ [here]: kept, [there]: kept })
  expect(lacksPictures(getState())).toBe(false)
})

test('what is being asked for is not asked for twice', async () => {
  const method = 'article.keepPictures'
  let answer = () => {}
  library.answers[method] = async () => {
    await new Promise<void>((resolve) => (answer = resolve))
    return ok({ pictures: {}, failed: [{ code: 'address-failed', url: here, reason: 'no network' }] })
  }
  const keeping = keepPictures(id)
  await keepPictures(id)
  expect(getState().asked).toEqual(new Set([askedFor(method, id)]))
  answer()
  await keeping
  expect(library.inputsOf(method)).toHaveLength(1)
  expect(getState().asked.size).toBe(0)
  expect(getState().toasts).toMatchObject([{ kind: 'problem' }])
})

test('where only the address was saved the page is loaded, and its version is shown', async () => {
  expect(isOnlyAddress(getState())).toBe(true)
  library.answers['article.load'] = () => ok(row(1))
  const opened = library.inputsOf('article.open').length
  await loadPage(id)
  expect(library.inputsOf('article.load')).toEqual([{ id }])
  expect(library.inputsOf('article.open')).toHaveLength(opened + 1)
})

test('a page that does not come is told of, and the article stays as it is', async () => {
  library.answers['article.load'] = () =>
    fail({ code: 'address-slow', url: 'https://example.org/', seconds: 20 })
  const before = getState().open
  await loadPage(id)
  expect(getState()).toMatchObject({ open: before, toasts: [{ kind: 'problem' }] })
})

test('a page is extracted again with the other reader', async () => {
  library.answers['article.reread'] = () => ok(row(1))
  await rereadPage()
  expect(library.inputsOf('article.reread')).toEqual([{ id, importer: 'web-page-defuddle' }])
})
