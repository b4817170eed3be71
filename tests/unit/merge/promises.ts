import { NotesFile } from '../../../src/model/note.ts'
import { type Deal, filesOf, type Merge, stateOf, type Step, World } from './world.ts'

export type History = { devices: number; steps: Step[]; last: number[] }

/** What the merge promises of any history; each throws where the promise is broken. */
export const promises: Record<string, (merge: Merge, history: History) => void> = {
  'all devices come to the same': (merge, history) => {
    const world = played(merge, history)
    for (const device of world.devices)
      hold(NotesFile.safeParse(stateOf(device, 0).file).success, 'not a notes file')
    const [first, ...others] = world.devices.map(filesOf)
    const expected = told(merge, first!)
    for (const files of others) same(told(merge, files), expected, 'the devices differ')
    same(told(merge, first!.toReversed()), expected, 'the order of the files matters')
    same(told(merge, [...first!, ...first!]), expected, 'it matters that files come twice')
    same(
      told(
        merge,
        world.devices.map((device) => stateOf(device, 0).file),
      ),
      expected,
      'old copies matter',
    )
  },

  'no text that was saved is lost': (merge, history) => {
    const world = played(merge, history)
    const ended = new Set(world.deals.flatMap((deal) => deal.ended))
    const there = bodiesIn(merge, filesOf(world.device(0)))
    for (const deal of world.deals) {
      const isThere = deal.body === null || ended.has(deal) || there(deal)
      hold(isThere, `${deal.body} is lost`)
    }
  },

  'a lost file takes no more with it than was written there': (merge, history) => {
    const world = played(merge, history)
    for (const lost of world.devices.keys()) {
      const left = world.devices.filter((_, index) => index !== lost).map((device) => stateOf(device, 0).file)
      const there = bodiesIn(merge, left)
      const deals = world.deals.filter(({ by, body }) => by !== lost && body !== null)
      for (const deal of deals) {
        const isOver = deals.some(
          ({ note, knew, carried }) => note === deal.note && knew.has(deal) && !carried.includes(deal),
        )
        hold(isOver || there(deal), `${deal.body} went with the file of ${lost}`)
      }
    }
  },

  'an edit beats a removal that did not know of it; a removal that knew of all stands': (merge, history) => {
    const world = played(merge, history)
    const { live } = world.shown(world.device(0))
    for (const id of world.notes()) {
      const edits = world.deals.filter(({ note, deed }) => note === id && deed !== 'remove')
      const removals = world.deals.filter(({ note, deed }) => note === id && deed === 'remove')
      const isThere = live.some((note) => note.id === id)
      const isUnknown = edits.some((edit) => removals.every(({ past }) => !past.has(edit)))
      hold(!isUnknown || isThere, `${id} was removed by who did not know of an edit`)
      const isGone = removals.some(({ had }) => edits.every((edit) => had.has(edit)))
      hold(!isGone || !isThere, `${id} is back though its removal knew of everything`)
    }
  },

  'tags given at the same time unite': (merge, history) => {
    const world = played(merge, history)
    const { live, removed } = world.shown(world.device(0))
    for (const note of [...live, ...removed]) {
      const given = world.deals.filter((deal) => deal.note === note.id && deal.tags !== null)
      const standing = given.filter((deal) => !given.some(({ knew }) => knew.has(deal)))
      const missing = standing.flatMap(({ tags }) => tags ?? []).filter((tag) => !note.tags.includes(tag))
      hold(missing.length === 0, `tags ${missing.join()} are lost`)
    }
  },

  'choosing a text ends the choice on all devices': (merge, history) => {
    const world = played(merge, history)
    const { live } = world.shown(world.device(0))
    const steps = live.map((_, choice): Step => ({ kind: 'do', device: choice, deed: 'choose', choice }))
    for (const step of steps) world.take(step)
    const chosen = world.deals.slice(-live.length || Infinity)
    world.gossip()
    for (const note of world.devices.flatMap((device) => world.shown(device).live)) {
      const { body } = chosen.find((deal) => deal.note === note.id)!
      same([note.body, ...note.otherBodies], [body], 'the choice goes on')
    }
  },

  'who hears of everything is never asked to choose': (merge, { devices, steps }) => {
    const world = new World(merge, devices)
    for (const step of steps) {
      if (step.kind === 'deliver' || step.kind === 'spread') continue
      world.take(step)
      world.gossip()
      if (step.kind === 'do') world.devices.forEach((device) => followed(world, device))
    }
  },

  'emptying the trash brings nothing back and takes nothing away': (merge, history) => {
    const kept = played(merge, history)
    const emptied = played(merge, { ...history, steps: [...history.steps] }, (world) => {
      for (const number of history.last) {
        if (number % 2 === 0) world.purge(world.device(number >> 1))
        else world.deliver(world.device(number >> 1), world.device(number >> 4), 0)
      }
    })
    for (const device of emptied.devices) {
      const expected = kept.shown(kept.device(0))
      const { live, removed } = emptied.shown(device)
      same(
        live.map(({ id }) => id),
        expected.live.map(({ id }) => id),
        'notes came back or went',
      )
      const untouched = live.filter(({ id }) =>
        kept.deals.every(({ note, deed }) => note !== id || deed !== 'remove'),
      )
      for (const note of untouched)
        hold(
          expected.live.some((other) => text(other) === text(note)),
          'a note changed',
        )
      hold(
        removed.every(({ id }) => expected.removed.some((other) => other.id === id)),
        'a note fell into the trash',
      )
    }
  },
}

/** The history, and then everybody hears of everything. */
function played(merge: Merge, { devices, steps }: History, atLast: (world: World) => void = () => {}): World {
  const world = new World(merge, devices)
  for (const step of steps) world.take(step)
  atLast(world)
  world.gossip()
  return world
}

/** Each note says what the last deed on it said. */
function followed(world: World, device: World['devices'][number]): void {
  const { live, removed } = world.shown(device)
  for (const note of [...live, ...removed]) {
    const deals = world.deals.filter((deal) => deal.note === note.id)
    same(
      [note.body, ...note.otherBodies],
      [deals.findLast(({ body }) => body !== null)?.body],
      'not the last text',
    )
    same(note.tags, deals.findLast(({ tags }) => tags !== null)?.tags, 'not the last tags')
    same(removed.includes(note), deals.at(-1)?.deed === 'remove', 'not as the last deed left it')
  }
}

/** Whether the text of a deal is in the files, be it in the trash. One that is empty can not be lost. */
function bodiesIn(merge: Merge, files: readonly NotesFile[]): (deal: Deal) => boolean {
  const { notes, removed } = merge.mergeNotes(files)
  const byNote = new Map([...notes, ...removed].map((note) => [note.id, [note.body, ...note.otherBodies]]))
  return ({ note, body }) => body === '' || byNote.get(note)?.includes(body ?? '') === true
}

function told(merge: Merge, files: readonly NotesFile[]): string {
  return text(merge.mergeNotes(files))
}

function text(value: unknown): string {
  return JSON.stringify(value)
}

function same(actual: unknown, expected: unknown, broken: string): void {
  hold(text(actual) === text(expected), `${broken}: ${text(actual)} is not ${text(expected)}`)
}

function hold(isKept: boolean, broken: string): void {
  if (!isKept) throw new Error(broken)
}
