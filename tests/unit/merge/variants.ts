import { joined, surviving } from '../../../src/merge/edits.ts'
import { editsOf, partsOf } from '../../../src/merge/parts.ts'
import type { Context } from '../../../src/merge/write.ts'
import type { Note, NoteEdit, NotesFile } from '../../../src/model/note.ts'
import { type Merge, merge } from './world.ts'

/** Ways to get the merge wrong, each with the promise it breaks. */
export const variants: Record<string, { merge: Merge; breaks: string }> = {
  'the last writer wins': {
    merge: { ...merge, mergeNotes: afterwards((note) => ({ ...note, otherBodies: [] })) },
    breaks: 'no text that was saved is lost',
  },
  'a removal beats an edit': {
    merge: {
      ...merge,
      mergeNotes: beforehand((edit, devices) => {
        const everything = Object.fromEntries(
          devices.map((device) => [device, '9999-12-31T23:59:59.999Z-ffff']),
        )
        return edit.isRemoved === true ? { ...edit, seen: everything } : edit
      }),
    },
    breaks: 'an edit beats a removal that did not know of it; a removal that knew of all stands',
  },
  'whatever is newer counts as knowing': {
    merge: {
      ...merge,
      mergeNotes: beforehand((edit, devices) => {
        // Without its last digit a stamp sorts before itself, and after what is older.
        return { ...edit, seen: Object.fromEntries(devices.map((device) => [device, edit.at.slice(0, -1)])) }
      }),
    },
    breaks: 'no text that was saved is lost',
  },
  'nobody knows of anything': {
    merge: { ...merge, mergeNotes: beforehand((edit) => ({ ...edit, seen: {} })) },
    breaks: 'who hears of everything is never asked to choose',
  },
  'the clock on the wall is the clock': {
    merge: onWrites((next, { now }) => {
      const stamps = JSON.stringify(next).match(/\d{4}-[^"]*Z-[0-9a-f]{4}/g) ?? []
      const newest = stamps.toSorted().at(-1) ?? ''
      return JSON.parse(JSON.stringify(next).replaceAll(newest, `${now}-0000`)) as NotesFile
    }),
    breaks: 'no text that was saved is lost',
  },
  'what others knew counts as known': {
    merge: onWrites((next, { own, all }) =>
      mapEdits(next, (edit, { id }) => {
        if (edit.at <= newestIn(own)) return edit
        const made = editsOf(partsOf(all, id)).map((each) => each.edit.seen)
        return { ...edit, seen: joined([edit.seen, ...made]) }
      }),
    ),
    breaks: 'no text that was saved is lost',
  },
  'only the last removal counts': {
    merge: {
      ...merge,
      mergeNotes: (files) => merge.mergeNotes(files.map((file) => withoutOverruled(file, files))),
    },
    breaks: 'emptying the trash brings nothing back and takes nothing away',
  },
  'what another device replaced is not kept': {
    merge: onWrites((next, { own, all }) => {
      const files = [next, ...all.filter((file) => file !== own)]
      return mapEdits(next, ({ body, ...edit }, { id }) => {
        const standing = surviving(editsOf(partsOf(files, id)), 'body')
        return standing.some((made) => made.edit.body === body) ? { body, ...edit } : edit
      })
    }),
    breaks: 'a lost file takes no more with it than was written there',
  },
  'an edit keeps only the text it writes': {
    merge: onWrites((next) => mapEdits(next, ({ otherBodies: _dropped, ...edit }) => edit)),
    breaks: 'no text that was saved is lost',
  },
  'choosing is an edit like others': {
    merge: { ...merge, keepBodies: (context, id, [body = '']) => merge.editNote(context, id, { body }) },
    breaks: 'choosing a text ends the choice on all devices',
  },
  'the newest tags stand alone': {
    merge: { ...merge, mergeNotes: afterwards((note) => ({ ...note, tags: note.tags.slice(-1) })) },
    breaks: 'tags given at the same time unite',
  },
  'reading goes on where the own file says': {
    merge: {
      ...merge,
      mergeNotes: (files) => ({
        ...merge.mergeNotes(files),
        reading: merge.mergeNotes(files.slice(0, 1)).reading,
      }),
    },
    breaks: 'all devices come to the same',
  },
  'an older state of a file replaces it': {
    merge: { ...merge, joinFiles: (older) => older },
    breaks: 'no text that was saved is lost',
  },
  'purged notes leave nothing but their removal': {
    merge: {
      ...merge,
      purgeRemoved: (own, all) => {
        const removed = new Set(merge.mergeNotes(all).removed.map(({ id }) => id))
        return mapEdits(own, ({ at, seen, ...fields }, { id }) => {
          if (!removed.has(id)) return { at, seen, ...fields }
          return fields.isRemoved === undefined ? { at, seen } : { at, seen, isRemoved: fields.isRemoved }
        })
      },
    },
    breaks: 'emptying the trash brings nothing back and takes nothing away',
  },
}

/** Without the removals that another removal had seen. */
function withoutOverruled(file: NotesFile, files: readonly NotesFile[]): NotesFile {
  return mapEdits(file, ({ isRemoved, ...edit }, { id }) => {
    const standing = surviving(editsOf(partsOf(files, id)), 'isRemoved')
    const stands = isRemoved === false || standing.some((made) => made.edit.at === edit.at)
    return stands && isRemoved !== undefined ? { ...edit, isRemoved } : edit
  })
}

function afterwards(change: (note: Note) => Note): Merge['mergeNotes'] {
  return (files) => {
    const merged = merge.mergeNotes(files)
    const removed = merged.removed.map((note) => ({ ...note, ...change(note) }))
    return { ...merged, notes: merged.notes.map(change), removed }
  }
}

function beforehand(change: (edit: NoteEdit, devices: string[]) => NoteEdit): Merge['mergeNotes'] {
  return (files) => {
    const devices = files.map(({ device }) => device)
    return merge.mergeNotes(files.map((file) => mapEdits(file, (edit) => change(edit, devices))))
  }
}

/** All that writes into the own file, with what it wrote changed. */
function onWrites(change: (next: NotesFile, context: Context) => NotesFile): Merge {
  return {
    ...merge,
    addNote: (context, note) => change(merge.addNote(context, note), context),
    editNote: (context, id, fields) => change(merge.editNote(context, id, fields), context),
    keepBodies: (context, id, bodies) => change(merge.keepBodies(context, id, bodies), context),
    removeNote: (context, id) => change(merge.removeNote(context, id), context),
    restoreNote: (context, id) => change(merge.restoreNote(context, id), context),
  }
}

function mapEdits(
  file: NotesFile,
  change: (edit: NoteEdit, record: NotesFile['notes'][number]) => NoteEdit,
): NotesFile {
  const notes = file.notes.map((record) => ({
    ...record,
    edits: record.edits.map((edit) => change(edit, record)),
  }))
  return { ...file, notes }
}

function newestIn(file: NotesFile): string {
  return (
    file.notes
      .flatMap(({ edits }) => edits.map(({ at }) => at))
      .toSorted()
      .at(-1) ?? ''
  )
}
