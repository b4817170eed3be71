import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { SentenceChange } from '../../../../src/model/comparison.ts'
import { Changes } from '../../../../renderer/versions/changes.tsx'

function sentence(text: string) {
  return { span: { start: 0, end: text.length }, text }
}

const same: SentenceChange = { kind: 'same', before: sentence('It rained.'), after: sentence('It rained.') }
const moved: SentenceChange = {
  kind: 'moved',
  before: sentence('So he went.'),
  after: sentence('So he went.'),
}
const changed: SentenceChange = {
  kind: 'changed',
  before: sentence('Two ships sank.'),
  after: sentence('Three ships sank.'),
  wordings: [
    { kind: 'removed', text: 'Two' },
    { kind: 'added', text: 'Three' },
    { kind: 'same', text: ' ships sank.' },
  ],
}
const added: SentenceChange = { kind: 'added', after: sentence('Nobody was hurt.') }
const removed: SentenceChange = { kind: 'removed', before: sentence('More follows.') }

function drawn(changes: readonly SentenceChange[], isWhole = false): string {
  return renderToStaticMarkup(<Changes changes={changes} isWhole={isWhole} />)
}

/** The text as it is seen, and what is heard besides. */
function heard(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
}

test('what was added and removed is marked by its element, not by colour alone', () => {
  expect(drawn([added])).toContain('<ins>Nobody was hurt.</ins>')
  expect(drawn([removed])).toContain('<del>More follows.</del>')
})

test('a changed sentence says word by word what was changed, to the ear as well', () => {
  const html = drawn([changed])
  expect(html).toMatch(/<del>.*Two.*<\/del><ins>.*Three.*<\/ins> ships sank\./)
  expect(heard(html)).toContain(
    'Changed: removed: Two, end of removed. added: Three, end of added. ships sank.',
  )
})

test('a sentence that moved stands where it is now, and says so', () => {
  expect(heard(drawn([moved]))).toBe('Moved here:So he went.moved here')
})

test('what stayed the same is counted and folded away', () => {
  const html = drawn([same, same, changed, same])
  expect(html.match(/<summary[^>]*>([^<]*)<\/summary>/g)?.map(heard)).toEqual([
    '2 sentences unchanged',
    '1 sentence unchanged',
  ])
})

test('the whole text has nothing folded', () => {
  const html = drawn([same, changed, same], true)
  expect(html).not.toContain('<details')
  expect(html.match(/It rained\./g)).toHaveLength(2)
})

test('versions without a difference say so', () => {
  expect(heard(drawn([same, same]))).toBe('Both versions have the same sentences.')
})
