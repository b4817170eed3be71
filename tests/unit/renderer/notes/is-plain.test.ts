import { expect, test } from 'vitest'
import { isPlain } from '../../../../renderer/notes/is-plain.ts'

test.each([
  '',
  'Ask her.',
  'One line\nand another\n\nand a paragraph',
  '5 * 3 = 15, isn’t it?',
  '[not a link]',
])('no preview is needed of %j', (body) => expect(isPlain(body)).toBe(true))

test.each(['*so*', '- one', '# Head', '`code`', 'https://example.org', '[[Ada Fenn]]', '~~no~~', '> said'])(
  'a preview is shown of %j',
  (body) => expect(isPlain(body)).toBe(false),
)
