import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SentenceChange } from '../../../../src/model/comparison.ts'
import { stretches } from '../../../../renderer/versions/stretches.ts'

const sentence = { span: { start: 0, end: 5 }, text: 'Tides' }

function change(kind: 'same' | 'added' | 'removed'): SentenceChange {
  if (kind === 'same') return { kind, before: sentence, after: sentence }
  return kind === 'added' ? { kind, after: sentence } : { kind, before: sentence }
}

const changes = fc.array(fc.constantFrom('same', 'added', 'removed').map((kind) => change(kind as 'same')))

test('every sentence stands in one stretch, in its order', () => {
  fc.assert(
    fc.property(changes, (all) => {
      expect(stretches(all).flatMap((stretch) => stretch.changes)).toEqual(all)
    }),
  )
})

test('what stayed the same and what did not take turns', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const parts = stretches(all)
      for (const [index, { isSame, changes: inIt }] of parts.entries()) {
        expect(inIt.every(({ kind }) => (kind === 'same') === isSame)).toBe(true)
        expect(parts[index + 1]?.isSame).not.toBe(isSame)
      }
    }),
  )
})
