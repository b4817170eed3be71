import { joinFiles } from '../../../src/merge/join-files.ts'
import { mergeNotes } from '../../../src/merge/notes.ts'
import { purgeRemoved } from '../../../src/merge/purge.ts'
import * as write from '../../../src/merge/write.ts'
import { NoteId } from '../../../src/model/ids.ts'
import type { Note, NotesFile } from '../../../src/model/note.ts'
import { articleId, emptyFile, harbourNote } from './files.ts'

const { addNote, keepBodies, editFacts, editNote, editReading, removeNote, restoreNote } = write

/** What is under test; a broken variant has some of these replaced. */
export const merge = {
  ...{ mergeNotes, joinFiles, purgeRemoved },
  ...{ addNote, editNote, keepBodies, removeNote, restoreNote, editReading, editFacts },
}
export type Merge = typeof merge

export type Deed =
  'add' | 'body' | 'color' | 'place' | 'tags' | 'choose' | 'remove' | 'restore' | 'read' | 'facts'

/** Something that happens among devices which share an article. Numbers count modulo what there is. */
export type Step =
  | { kind: 'do'; device: number; deed: Deed; choice: number }
  /** A file reaches another device, as it was `age` states ago: late, again, or after a newer one. */
  | { kind: 'deliver'; from: number; to: number; age: number }
  /** A device's newest file reaches all others. */
  | { kind: 'spread'; from: number }
  /** A file reaches another device and comes to lie beside what is there, as a conflict copy does. */
  | { kind: 'copy'; from: number; to: number; age: number }
  /** An earlier state of the device's own file turns up and is joined with the file. */
  | { kind: 'join'; device: number; age: number }
  | { kind: 'clock'; device: number; ms: number }

/** Something that a device was told is saved, and what it knew by then. */
export type Deal = {
  by: number
  note: NoteId
  deed: Deed
  /** Each text is written once, but for one that is chosen or comes back with its note. */
  body: string | null
  tags: readonly string[] | null
  /** The deals whose words had reached the device, in a file or kept beside another body. */
  knew: ReadonlySet<Deal>
  /** The deals in the files that the device had at that moment. */
  had: ReadonlySet<Deal>
  /** What happened before: the deals known, what was known to those who made them, and so on. */
  past: ReadonlySet<Deal>
  /** The deals whose bodies were kept beside this one's. */
  carried: readonly Deal[]
  /** The deals whose bodies it put an end to, because it was written over them. */
  ended: readonly Deal[]
}

/** A file, and which deals went into it. */
type State = { file: NotesFile; deals: readonly Deal[] }

type Device = {
  states: State[]
  received: Map<Device, State>
  copies: State[]
  knew: Set<Deal>
  past: Set<Deal>
  aheadMs: number
}

/** Devices that share one article, and a record of who wrote what in the knowledge of what. The merge has no part in the record. */
export class World {
  readonly devices: Device[]
  readonly deals: Deal[] = []
  private timeMs = Date.UTC(2026, 0, 1)
  private words = 0

  constructor(
    readonly merge: Merge,
    deviceCount: number,
  ) {
    this.devices = Array.from({ length: deviceCount }, (_, index) => ({
      states: [{ file: emptyFile(`d0000000000${index}`), deals: [] }],
      received: new Map(),
      copies: [],
      knew: new Set(),
      past: new Set(),
      aheadMs: 0,
    }))
  }

  take(step: Step): void {
    switch (step.kind) {
      case 'do':
        return this.act(step.device % this.devices.length, step.deed, step.choice)
      case 'deliver':
        return this.deliver(this.device(step.from), this.device(step.to), step.age)
      case 'spread':
        return this.spread(this.device(step.from))
      case 'copy': {
        const state = stateOf(this.device(step.from), step.age)
        this.device(step.to).copies.push(state)
        return learn(this.device(step.to), state)
      }
      case 'join': {
        const device = this.device(step.device)
        const { file, deals } = stateOf(device, 0)
        device.states.push({ file: this.merge.joinFiles(stateOf(device, step.age).file, file), deals })
        return
      }
      case 'clock':
        this.device(step.device).aheadMs += step.ms
    }
  }

  device(index: number): Device {
    return this.devices[index % this.devices.length]!
  }

  deliver(from: Device, to: Device, age: number): void {
    if (from === to) return
    to.received.set(from, stateOf(from, age))
    learn(to, stateOf(from, age))
  }

  /** Every device's newest file reaches every other. */
  gossip(): void {
    for (const from of this.devices) this.spread(from)
  }

  private spread(from: Device): void {
    for (const to of this.devices) this.deliver(from, to, 0)
  }

  /** Empties a device's trash of all that it thinks is removed. */
  purge(device: Device): void {
    const { file, deals } = stateOf(device, 0)
    const end = '9999-01-01T00:00:00.000Z'
    device.states.push({ file: this.merge.purgeRemoved(file, filesOf(device), end), deals })
  }

  shown(device: Device): { live: Note[]; removed: Note[] } {
    const { notes, removed } = this.merge.mergeNotes(filesOf(device))
    return { live: notes, removed }
  }

  notes(): NoteId[] {
    return this.deals.filter(({ deed }) => deed === 'add').map(({ note }) => note)
  }

  private act(index: number, deed: Deed, choice: number): void {
    this.timeMs += choice % 3 // some deeds fall into one millisecond
    const device = this.device(index)
    const { live, removed } = this.shown(device)
    const known = [...live, ...removed]
    const isOfNote = deed !== 'read' && deed !== 'facts'
    const note = deed === 'add' ? undefined : known[choice % known.length]
    const before = note ?? this.newNote()
    const done = note === undefined && isOfNote ? 'add' : deed
    const { file, ...words } = this.write(device, done, { note: before, choice })
    device.states.push({ file, deals: stateOf(device, 0).deals })
    if (!isOfNote) return
    // A note that comes back is written down anew in full.
    const isBack = note !== undefined && removed.includes(note) && deed !== 'remove'
    const { body = isBack ? before.body : null, tags = isBack ? before.tags : null } = words
    this.record(device, before, { by: index, deed: done, body, tags })
  }

  private write(device: Device, deed: Deed, { note, choice }: { note: Note; choice: number }): Written {
    const now = new Date(this.timeMs + device.aheadMs).toISOString()
    const context = { own: stateOf(device, 0).file, all: filesOf(device), now }
    const word = `w${(this.words += 1)}`
    switch (deed) {
      case 'add':
        return { file: this.merge.addNote(context, note), body: note.body, tags: note.tags }
      case 'body':
        return { file: this.merge.editNote(context, note.id, { body: word }), body: word }
      case 'color':
        return { file: this.merge.editNote(context, note.id, { color: choice % 2 === 0 ? 'red' : 'blue' }) }
      case 'place': {
        const selector = { ...harbourNote.selector, start: choice }
        return { file: this.merge.editNote(context, note.id, { selector }) }
      }
      case 'tags':
        return { file: this.merge.editNote(context, note.id, { tags: [word] }), tags: [word] }
      case 'choose': {
        const bodies = [note.body, ...note.otherBodies]
        const body = bodies[choice % bodies.length]!
        return { file: this.merge.keepBodies(context, note.id, [body]), body }
      }
      case 'remove':
        return { file: this.merge.removeNote(context, note.id) }
      case 'restore':
        return { file: this.merge.restoreNote(context, note.id) }
      case 'read':
        return { file: this.merge.editReading(context, { progress: (choice % 10) / 10, position: choice }) }
      case 'facts':
        return { file: this.merge.editFacts(context, { title: word, tags: [word] }) }
    }
  }

  private newNote(): Note {
    const word = `w${(this.words += 1)}`
    const id = NoteId.parse(`n${String(this.words).padStart(11, '0')}`)
    const times = { createdAt: '', updatedAt: '' }
    return { ...harbourNote, id, body: word, tags: [word], otherBodies: [], articleId, ...times }
  }

  /** Records what was done to a note that looked so before. */
  private record(device: Device, before: Note, words: Words): void {
    const had = new Set(statesOf(device).flatMap(({ deals }) => deals))
    const texts = [...device.knew].filter(({ note, body }) => note === before.id && body !== null)
    const isBeside = ({ body }: Deal): boolean => body !== null && before.otherBodies.includes(body)
    const isEnded = (deal: Deal): boolean => {
      if (words.deed === 'choose' || deal.body === before.body) return true
      // It was known once and stands in no file any more, because an earlier state of that file came back.
      return !had.has(deal) && !isBeside(deal)
    }
    const deal: Deal = {
      ...words,
      note: before.id,
      knew: new Set(device.knew),
      had,
      past: new Set(device.past),
      carried: words.body === null || words.deed === 'choose' ? [] : texts.filter(isBeside),
      ended: words.body === null ? [] : texts.filter(isEnded),
    }
    this.deals.push(deal)
    const { file, deals } = device.states.pop()!
    device.states.push({ file, deals: [...deals, deal] })
    learn(device, stateOf(device, 0))
  }
}

type Words = Pick<Deal, 'by' | 'deed' | 'body' | 'tags'>

type Written = { file: NotesFile; body?: string; tags?: readonly string[] }

export function filesOf(device: Device): NotesFile[] {
  return statesOf(device).map(({ file }) => file)
}

/** A device's own file as it was `age` states ago; as it was at first where there were not so many. */
export function stateOf({ states }: Device, age: number): State {
  return states[Math.max(0, states.length - 1 - age)]!
}

function statesOf(device: Device): State[] {
  return [stateOf(device, 0), ...device.received.values(), ...device.copies]
}

function learn(device: Device, { deals }: State): void {
  for (const deal of deals) {
    for (const known of [deal, ...deal.carried]) device.knew.add(known)
    for (const earlier of [deal, ...deal.past]) device.past.add(earlier)
  }
}
