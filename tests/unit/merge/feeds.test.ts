import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinFeeds, mergeFeeds, withChanges } from '../../../src/merge/feeds.ts'
import type { EntryMark, FeedsFile, Subscription } from '../../../src/model/feed.ts'
import { currentFormat } from '../../../src/model/format.ts'
import { DeviceId, EntryId, FeedId } from '../../../src/model/ids.ts'

const times = fc.integer({ min: 0, max: 5 }).map((second) => `2026-01-01T00:00:0${second}.000Z`)
const subscriptions = fc.record({
  url: fc.constantFrom('https://a.example/', 'https://b.example/'),
  title: fc.constantFrom(null, 'One', 'Two'),
  siteUrl: fc.constant(null),
  folders: fc.constant<string[]>([]),
  addedAt: fc.constant('2026-01-01T00:00:00.000Z'),
  changedAt: times,
  isRemoved: fc.boolean(),
})
const marks = fc.record({
  feedId: fc.constant(FeedId.parse('feed00000000')),
  id: fc
    .constantFrom('entry0000000', 'entry0000001')
    .map((id) => EntryId.parse(id.replace('entry', 'entrx'))),
  isSeen: fc.boolean(),
  changedAt: times,
})
const files = fc
  .record({
    subscriptions: fc.array(subscriptions, { maxLength: 3 }),
    marks: fc.array(marks, { maxLength: 3 }),
  })
  .map((changes) => withChanges(nothing('d0000000000a'), changes))

function nothing(device: string): FeedsFile {
  return { format: currentFormat, device: DeviceId.parse(device), subscriptions: [], marks: [] }
}

function asOne(merged: ReturnType<typeof mergeFeeds>) {
  const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
    [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return { subscriptions: sorted(merged.subscriptions), marks: sorted(merged.marks) }
}

describe('what several devices follow', () => {
  test('comes to the same whatever the order in which their files are read', () => {
    fc.assert(
      fc.property(fc.array(files, { maxLength: 4 }), (all) => {
        expect(asOne(mergeFeeds(all.toReversed()))).toEqual(asOne(mergeFeeds(all)))
      }),
    )
  })

  test('is what was said last, whoever said it', () => {
    fc.assert(
      fc.property(fc.array(files, { maxLength: 4 }), (all) => {
        const merged = mergeFeeds(all)
        const said: (Subscription | EntryMark)[] = all.flatMap((file) => [
          ...file.subscriptions,
          ...file.marks,
        ])
        for (const one of said) {
          const counts = 'url' in one ? merged.subscriptions.get(one.url) : merged.marks.get(one.id)
          expect(counts!.changedAt >= one.changedAt).toBe(true)
        }
      }),
    )
  })

  test('comes to the same however it was joined on the way, and joining it again changes nothing', () => {
    fc.assert(
      fc.property(files, files, files, (a, b, c) => {
        const whole = asOne(mergeFeeds([a, b, c]))
        expect(asOne(mergeFeeds([joinFeeds(a, b), c]))).toEqual(whole)
        expect(asOne(mergeFeeds([a, joinFeeds(b, joinFeeds(c, a))]))).toEqual(whole)
      }),
    )
  })

  test('has every feed that anybody follows, unless it was removed later', () => {
    fc.assert(
      fc.property(fc.array(files, { maxLength: 4 }), (all) => {
        const { subscriptions } = mergeFeeds(all)
        const said = all.flatMap((file) => file.subscriptions)
        for (const one of said.filter(({ isRemoved }) => !isRemoved)) {
          const merged = subscriptions.get(one.url)
          const isRemovedLater = said.some(
            ({ url, isRemoved, changedAt }) => url === one.url && isRemoved && changedAt >= one.changedAt,
          )
          expect(merged?.isRemoved === false || isRemovedLater).toBe(true)
        }
      }),
    )
  })
})
