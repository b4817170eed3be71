import { expect, test } from 'vitest'
import { pageStarts } from '../../../../renderer/state/page-starts.ts'
import type { Block } from '../../../../src/model/content.ts'

function blocksOn(...pages: (number | undefined)[]): Block[] {
  return pages.map((page) => ({
    kind: 'paragraph',
    span: { start: 0, end: 0 },
    ...(page !== undefined && { page }),
  }))
}

test('a page begins where its number comes first, whatever blocks without a number stand between', () => {
  expect(pageStarts(blocksOn(1, 1, 2, undefined, 2, 4))).toEqual([1, null, 2, null, null, 4])
  expect(pageStarts(blocksOn(undefined, 7))).toEqual([null, 7])
})
