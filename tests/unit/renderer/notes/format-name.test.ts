import { expect, test } from 'vitest'
import { formatName } from '../../../../renderer/notes/format-name.ts'

test.each([
  ['web-page', 'Web page'],
  ['web-page-defuddle', 'Web page, by another reader'],
  ['pocket', 'Pocket'],
  ['newsml-g2', 'NewsML G2'],
  ['csl-json', 'CSL JSON'],
  ['ninjs', 'ninjs'],
  ['a-format-of-tomorrow', 'A format of tomorrow'],
])('%s is called %s', (id, name) => {
  expect(formatName(id)).toBe(name)
})
