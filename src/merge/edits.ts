import type { Seen, Stamp } from '../model/edit.ts'
import type { DeviceId } from '../model/ids.ts'

export type Edit = { at: Stamp; seen: Seen }

/** An edit and the device that made it. */
export type Made<E extends Edit> = { by: DeviceId; edit: E }

/** One device's edits of a thing. */
export type Replica<E extends Edit> = { device: DeviceId; edits: readonly E[] }

export function allMade<E extends Edit>(replicas: readonly Replica<E>[]): Made<E>[] {
  return replicas.flatMap(({ device, edits }) => edits.map((edit) => ({ by: device, edit })))
}

/**
 * The edits whose value of the field stands, newest first: those that no other edit of the field had seen. More than one
 * where they were made without knowledge of each other. An edit may come twice, as the files it stands in may.
 */
export function surviving<E extends Edit>(all: readonly Made<E>[], field: keyof E): Made<E>[] {
  const setting = all.filter(({ edit }) => edit[field] !== undefined)
  if (setting.length < 2) return setting // by far the most common, and worth no vectors
  const seen = joined(setting.map(({ edit }) => edit.seen))
  return setting.filter((made) => !isSeen(seen, made)).sort(newestFirst)
}

/** Of each field the newest of its surviving values; no entry for a field that nobody set. */
export function newest<E extends Edit, F extends keyof E>(
  all: readonly Made<E>[],
  fields: readonly F[],
): { [K in F]?: NonUndefined<E[K]> } {
  const entries = fields.flatMap((field) => {
    const [first] = surviving(all, field)
    return first === undefined ? [] : [[field, first.edit[field]]]
  })
  return Object.fromEntries(entries)
}

type NonUndefined<T> = T extends undefined ? never : T

export function isSeen<E extends Edit>(seen: Seen, { by, edit }: Made<E>): boolean {
  const known = seen[by]
  return known !== undefined && known >= edit.at
}

/** What all of them together have seen. */
export function joined(vectors: readonly Seen[]): Seen {
  const join: Seen = {}
  for (const vector of vectors) {
    for (const [device, at] of entriesOf(vector)) raise(join, device, at)
  }
  return join
}

/**
 * What a device has seen of a thing: every edit in the files it has now, and what it had seen at its own earlier edits, whose
 * files may be late or gone since. Not what other devices had seen: their edits tell of it, and do not show it.
 */
export function seenBy<E extends Edit>(device: DeviceId, all: readonly Made<E>[]): Seen {
  const seen = joined(all.filter(({ by }) => by === device).map(({ edit }) => edit.seen))
  for (const { by, edit } of all) raise(seen, by, edit.at)
  return seen
}

/** The newest stamp the edits know of, their own or one they had seen; null where there are none. */
export function latestOf<E extends Edit>(edits: Iterable<E>): Stamp | null {
  let latest: Stamp | null = null
  for (const edit of edits) {
    for (const at of [edit.at, ...Object.values(edit.seen)]) {
      if (latest === null || at > latest) latest = at
    }
  }
  return latest
}

/**
 * One device's edits without the fields that it set again later, and without the edits that are left with none. `replacedBy`
 * names the field whose later setting replaces this one, where it is not the same; null where none does.
 */
export function pruned<E extends Edit>(
  { device, edits }: Replica<E>,
  replacedBy: (field: keyof E, edit: E) => keyof E | null = (field) => field,
): E[] {
  if (edits.length < 2) return [...edits]
  const all = allMade([{ device, edits }])
  const standing = new Map<keyof E, Set<E>>()
  return edits.flatMap((edit) => {
    const { at, seen, ...fields } = edit
    const kept = Object.entries(fields).filter(([field]) => stands(edit, replacedBy(field as keyof E, edit)))
    return kept.length === 0 ? [] : [{ at, seen, ...Object.fromEntries(kept) } as E]
  })

  function stands(edit: E, field: keyof E | null): boolean {
    if (field === null) return true
    const known = standing.get(field) ?? new Set(surviving(all, field).map((made) => made.edit))
    standing.set(field, known)
    return known.has(edit)
  }
}

/** By time, then by device; of a device's edits of one time (which a cloned disk can make) by what they say. */
function newestFirst<E extends Edit>(a: Made<E>, b: Made<E>): number {
  if (a.edit.at !== b.edit.at) return a.edit.at > b.edit.at ? -1 : 1
  if (a.by !== b.by) return a.by > b.by ? -1 : 1
  const [one, other] = [JSON.stringify(a.edit), JSON.stringify(b.edit)]
  return one === other ? 0 : one > other ? -1 : 1
}

function raise(seen: Seen, device: DeviceId, at: Stamp): void {
  const known = seen[device]
  if (known === undefined || known < at) seen[device] = at
}

function entriesOf(seen: Seen): [DeviceId, Stamp][] {
  return Object.entries(seen) as [DeviceId, Stamp][]
}
