import { purgeRemoved } from '../../src/merge/purge.ts'
import type { Library } from './library.ts'
import { purgeBefore } from './trash.ts'

/** What the time has come for: what lay in the trash for 30 days goes, and old snapshots are thinned out. Runs beside the rest. */
export async function tidyUp(library: Library, signal: AbortSignal): Promise<void> {
  const { trash, snapshots, index } = library.parts
  const now = library.options.clock()
  const before = purgeBefore(now)
  try {
    for (const id of await trash.purge(before)) await snapshots.forget(id)
    for (const id of index.withRemovedNotes(before)) {
      if (signal.aborted) return
      const shelf = await library.shelf(id)
      if (shelf.ok) await library.write(shelf.value, ({ own, all }) => purgeRemoved(own, all, before))
    }
    await snapshots.thin(now, signal)
  } catch (error) {
    console.error('tidying up:', error) // nothing was lost by it, and the next start tries again
  }
}
