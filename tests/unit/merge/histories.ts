import fc from 'fast-check'
import type { History } from './promises.ts'
import type { Deed, Step } from './world.ts'

const tenYearsMs = 10 * 365.25 * 24 * 3_600_000

const small = fc.nat(11)
const device = fc.nat(4)
const age = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(4))

/** Mostly writing, and into few notes, so that devices get into each other's way. The first deed adds a note in any case. */
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Deed>('body', 'tags', 'color', 'place') },
  { weight: 3, arbitrary: fc.constantFrom<Deed>('choose', 'remove', 'restore') },
  { weight: 1, arbitrary: fc.constantFrom<Deed>('add', 'read', 'facts') },
)

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ kind: fc.constant('do'), device, deed, choice: small }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('spread'), from: device }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('deliver'), from: device, to: device, age }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy'), from: device, to: device, age: small }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('join'), device, age: small }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('clock'),
      device,
      ms: fc.constantFrom(tenYearsMs, -tenYearsMs, -3_600_000, 1),
    }),
  },
)

const begun: Step[] = [
  { kind: 'do', device: 0, deed: 'add', choice: 0 },
  { kind: 'spread', from: 0 },
]

/**
 * Any number of devices, any order; what is late, lost, repeated; clocks that jump. Most begin with a note that all devices
 * know, since they get into each other's way there soonest.
 */
export const histories: fc.Arbitrary<History> = fc.record({
  devices: fc.oneof(fc.constantFrom(2, 3), fc.integer({ min: 2, max: 5 })),
  steps: fc
    .tuple(fc.constantFrom(begun, begun, begun, []), fc.array(step, { minLength: 1, maxLength: 40 }))
    .map(([first, then]) => [...first, ...then]),
  last: fc.array(fc.nat(255), { maxLength: 10 }),
})

function act(device: number, deed: Deed): Step {
  return { kind: 'do', device, deed, choice: 0 }
}

function send(from: number, to: number): Step {
  return { kind: 'deliver', from, to, age: 0 }
}

/** Histories that chance finds too rarely. */
export const rareHistories: readonly History[] = [
  {
    // 2 hears from 1, which knows of 0's new text, but has of 0 only an earlier file when it writes over the text.
    devices: 3,
    steps: [...begun, act(0, 'body'), send(0, 1), act(1, 'color'), send(1, 2), act(2, 'body')],
    last: [],
  },
  {
    // 0 knows that 1 overruled 2, but not 2's file, when it removes the note; then 1 drops what overruled 2.
    devices: 3,
    steps: [...begun, act(2, 'color'), send(2, 1), act(1, 'color'), send(1, 0), act(0, 'remove'), send(0, 1)],
    last: [2],
  },
  {
    // 0 knows 2's edit when it removes the note; 1 does not, and empties its trash.
    devices: 3,
    steps: [...begun, act(1, 'color'), send(1, 0), act(2, 'tags'), send(2, 0), act(0, 'remove'), send(0, 1)],
    last: [2],
  },
]
