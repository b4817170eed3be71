import type { Json } from '../importer.ts'
import { fieldsOf } from './fields.ts'
import { hasColumns, rowsOf } from './found.ts'
import { noteOf } from './notes.ts'
import { blank, serviceImporter, type SavedFacts } from './service.ts'
import { foldersIn, tagsIn } from './tags.ts'
import { timeOf } from './times.ts'

/**
 * Raindrop.io's CSV. Each folder on the way to a page becomes a tag, since that is what a reader looks for it by; Unsorted is
 * the absence of one.
 */
export const raindrop = serviceImporter({
  id: 'raindrop',
  label: 'Raindrop.io',
  accepts: (candidate) =>
    hasColumns(candidate, 'url|link', 'folder|cover|highlights', 'note|excerpt|created'),
  find: (candidate) => rowsOf(candidate, 'Raindrop.io'),
  factsOf,
  placed: [
    ...['id', 'title', 'note', 'excerpt', 'description', 'url', 'link', 'folder', 'tags', 'created'],
    ...['highlights', 'favorite', 'important'],
  ],
})

function factsOf(record: Json): SavedFacts {
  const row = fieldsOf(record)
  const folders = foldersIn(row.text('folder') ?? '').filter((folder) => !/^unsorted$/i.test(folder))
  const note = noteOf({ id: 'note', body: row.text('note') })
  return {
    ...blank,
    key: row.text('id'),
    url: row.text('url', 'link'),
    title: row.text('title'),
    tags: [...folders, ...tagsIn(row.value('tags'), ',')],
    description: row.text('excerpt', 'description'),
    notes: [...(note === null ? [] : [note]), ...highlightsIn(row.text('highlights') ?? '')],
    reading: { isStarred: row.flag('favorite', 'important') ?? false },
    addedAt: row.time('created'),
  }
}

/** `Highlight:`, its words, and under them what is said of it, line by line: `Note:`, `Color:`, `Tags:`, `Created:`. */
function highlightsIn(cell: string): SavedFacts['notes'] {
  const texts = /^Highlight:/im.test(cell) ? cell.split(/^Highlight:/im).slice(1) : [cell]
  return texts.map(highlightOf).filter((note) => note !== null)
}

function highlightOf(text: string): SavedFacts['notes'][number] | null {
  const [quote = '', ...said] = text.split(/^(?=(?:Note|Colou?r|Tags|Created):)/im)
  const saidOf = (name: RegExp): string | null => {
    const part = said.find((line) => name.test(line))
    return part === undefined ? null : part.slice(part.indexOf(':') + 1).trim()
  }
  return noteOf({
    quote,
    body: saidOf(/^Note/i),
    color: saidOf(/^Colou?r/i),
    tags: tagsIn(saidOf(/^Tags/i) ?? '', ','),
    createdAt: timeOf(saidOf(/^Created/i) ?? undefined),
  })
}
