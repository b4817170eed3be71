// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest'
import type { OpenArticle } from '../../../../src/contract.ts'
import { fail, ok } from '../../../../src/errors.ts'
import type { Comparison } from '../../../../src/model/comparison.ts'
import { openArticle } from '../../../../renderer/state/article-actions.ts'
import {
  compare,
  openComparison,
  readNote,
  readVersion,
} from '../../../../renderer/state/comparison-actions.ts'
import { applyEvent } from '../../../../renderer/state/events.ts'
import { getState, setState } from '../../../../renderer/state/store.ts'
import {
  articleId,
  fakeLibrary,
  type FakeLibrary,
  note,
  noteId,
  openArticleOf,
  row,
  text,
} from './fake-library.ts'

let library: FakeLibrary
/** What the versions of story 1 say; the number of a version is its place here, counted from 1. */
let texts: string[]

beforeEach(() => {
  library = fakeLibrary()
  texts = [text, `At dawn. ${text}`]
  library.answers['article.open'] = ({ version = texts.length }) => ok(opened(version))
  library.answers['article.compare'] = ({ from, to }) => ok(comparison(from, to))
})

function opened(version: number): OpenArticle {
  const { article, content, ...rest } = openArticleOf(row(1), [note(1)])
  const [first] = article.versions
  const versions = texts.map((_, index) => ({ ...first!, number: index + 1 }))
  const words = texts[version - 1]!
  const blocks = [{ kind: 'paragraph' as const, span: { start: 0, end: words.length } }]
  return { ...rest, version, article: { ...article, versions }, content: { ...content, text: words, blocks } }
}

function comparison(from: number, to: number): Comparison {
  const { versions } = opened(1).article
  return { from: versions[from - 1]!, to: versions[to - 1]!, changes: [], notes: [] }
}

test('the last two versions are compared, and their article is opened', async () => {
  texts.push('Tides fell.')
  await openComparison(articleId(1))
  expect(library.inputsOf('article.compare')).toEqual([{ id: articleId(1), from: 2, to: 3 }])
  expect(getState()).toMatchObject({ sheet: 'compare', openId: articleId(1) })
  expect(getState().comparison?.of.to.number).toBe(3)
})

test('other versions can be asked for by number', async () => {
  texts.push('Tides fell.')
  await openComparison(articleId(1), 1, 3)
  expect(library.inputsOf('article.compare')).toEqual([{ id: articleId(1), from: 1, to: 3 }])
})

test('a story that came in once has nothing to be compared with, and says so', async () => {
  texts = [text]
  await openComparison(articleId(1))
  expect(getState().sheet).toBeNull()
  expect(getState().toasts[0]?.text).toBe('There is only one version of this story')
})

test('a later choice overtakes an earlier one', async () => {
  const answers: Array<() => void> = []
  library.answers['article.compare'] = async ({ from, to }) => {
    await new Promise<void>((resolve) => answers.push(resolve))
    return ok(comparison(from, to))
  }
  const first = compare(articleId(1), 1, 2)
  const second = compare(articleId(1), 2, 2)
  answers[1]?.()
  await second
  answers[0]?.()
  await first
  expect(getState().comparison?.of.from.number).toBe(2)
})

test('a comparison that could not be made says why', async () => {
  library.answers['article.compare'] = () => fail({ code: 'version-unknown', id: articleId(1), version: 9 })
  await openComparison(articleId(1))
  expect(getState().toasts).toHaveLength(1)
})

test('an earlier version is read in its own words', async () => {
  await openComparison(articleId(1))
  await readVersion(articleId(1), 1)
  expect(getState()).toMatchObject({ sheet: null, open: { version: 1, content: { text } } })
})

test('a note is shown in the newest version, whatever was read before', async () => {
  await openComparison(articleId(1))
  await readVersion(articleId(1), 1)
  await readNote(articleId(1), noteId(1))
  expect(getState()).toMatchObject({ sheet: null, activeNoteId: noteId(1), open: { version: 2 } })
})

test('who reads the newest version goes on in the one that came in, at the same words', async () => {
  texts = [text]
  await openArticle(articleId(1))
  const { open } = getState()
  setState({
    open: { ...open!, reading: { ...open!.reading, position: text.indexOf('said') } },
    editingNoteId: noteId(1),
  })
  texts.push(`At dawn. ${text}`)
  applyEvent({ kind: 'version-added', id: articleId(1), number: 2 })
  await expect.poll(() => getState().open?.version).toBe(2)
  expect(getState().open?.reading.position).toBe(`At dawn. ${text}`.indexOf('said'))
  expect(getState().editingNoteId).toBe(noteId(1))
})

test('who reads an earlier version goes on reading it', async () => {
  await readVersion(articleId(1), 1)
  texts.push('Tides fell.')
  applyEvent({ kind: 'version-added', id: articleId(1), number: 3 })
  await expect.poll(() => getState().open?.article.versions).toHaveLength(3)
  expect(getState().open?.version).toBe(1)
})

test('a version of another article is no news to the open one', async () => {
  await openArticle(articleId(1))
  applyEvent({ kind: 'version-added', id: articleId(2), number: 2 })
  expect(library.inputsOf('article.open')).toHaveLength(1)
})

test('in an earlier version notes stand where that version has their words, whatever is heard of the newest', async () => {
  await readVersion(articleId(1), 1)
  applyEvent({ kind: 'note-changed', articleId: articleId(1), note: note(1, 9) })
  await expect.poll(() => library.inputsOf('article.open')).toContainEqual({ id: articleId(1), version: 1 })
  expect(getState().open?.notes).toEqual([note(1)])
})
