import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldersIn, tagsIn } from '../../../../src/importers/services/tags.ts'

test.each([
  ['essays, slow web,', ['essays', 'slow web']],
  ['["reading", "slow web"]', ['reading', 'slow web']],
  [`['essays', "writer's block", 'it\\'s', 'caf\\u00e9']`, ['essays', "writer's block", "it's", 'café']],
  ['[a, b]', ['a', 'b']],
  ['[]', []],
  ['', []],
])('%s names %j', (written, tags) => {
  expect(tagsIn(written, ',')).toEqual(tags)
})

test('a list may have names, numbers and objects in it', () => {
  expect(tagsIn(['a', 7, { name: 'b' }, { label: 'c', slug: 'x' }, { id: 1 }, null, ['d']], ',')).toEqual(['a', '7', 'b', 'c']) // prettier-ignore
  expect(tagsIn({ name: 'a' }, ',')).toEqual([])
  expect(tagsIn(undefined, ',')).toEqual([])
})

test('whatever JSON and Python say of a list is read', () => {
  const tag = fc.string({ minLength: 1 }).map((text) => text.trim()).filter((text) => text !== '') // prettier-ignore
  fc.assert(
    fc.property(fc.array(tag), (tags) => {
      expect(tagsIn(JSON.stringify(tags), ',')).toEqual(tags)
      const inPython = tags.map((text) => `'${text.replace(/[\\']/g, '\\$&')}'`)
      expect(tagsIn(`[${inPython.join(', ')}]`, ',')).toEqual(tags)
    }),
  )
})

test('a path may have spaces around its slashes, and then slashes in the names of folders', () => {
  expect(foldersIn('Research / Tides/Old')).toEqual(['Research', 'Tides/Old'])
})
