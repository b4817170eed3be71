import { z } from 'zod'
import type { Json, Step } from './step.ts'

const Article = z.looseObject({ versions: z.array(z.looseObject({ number: z.int() })) })
const Notes = z.looseObject({
  notes: z.array(z.looseObject({ edits: z.array(z.looseObject({ selector: z.looseObject({}).nullish() })) })),
})

/**
 * Version 3 names the file of each version's text, since later editions have names of their own; keeps a sketch of it and the
 * block a note begins in, which older files do not know; and adds to the settings.
 */
export const to3: Step = {
  library: same,
  content: same,
  local: same,
  article(json) {
    const file = Article.safeParse(json)
    if (!file.success) return null
    const versions = file.data.versions.map((version) => ({
      ...version,
      content: `content-${version.number}.json`,
      sketch: [],
    }))
    return { ...json, versions }
  },
  notes(json) {
    const file = Notes.safeParse(json)
    if (!file.success) return null
    const notes = file.data.notes.map((note) => ({ ...note, edits: note.edits.map(withBlock) }))
    return { ...json, notes }
  },
  settings: (json) => ({
    ...json,
    place: 'library',
    notesGrouping: 'article',
    noteFilter: { colors: [], tags: [], isWritten: false, needsPlace: false },
    keys: {},
    hasSingleKeys: true,
    isInstant: false,
    copyFormat: 'markdown',
  }),
}

function withBlock(edit: Json): Json {
  const { selector } = edit
  return selector === null || selector === undefined
    ? edit
    : { ...edit, selector: { ...selector, block: null } }
}

function same(json: Json): Json {
  return json
}
