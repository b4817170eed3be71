import type { ExportedFile, libraryMethods } from '../src/contract.ts'
import { ok } from '../src/errors.ts'
import type { Handlers } from './answer.ts'
import type { ImportDesk } from './import/import-desk.ts'
import type { Library } from './library/library.ts'
import { matchesList } from './library/list.ts'
import { Notes } from './library/notes.ts'
import { revise } from './library/revise.ts'
import { notesOf } from './library/shelf.ts'

/** What the app's service process and the command line answer: every library method of the contract. */
export function libraryHandlers(library: Library, desk: ImportDesk): Handlers<typeof libraryMethods> {
  const notes = new Notes(library)

  return {
    'article.list': async ({ filter, query, after, limit }) => {
      const all = library.list().filter((row) => matchesList(row, filter, query))
      const start = all.findIndex((row) => row.id === after) + 1
      const rows = all.slice(start, start + limit)
      return ok({ rows, total: all.length, hasMore: start + rows.length < all.length })
    },
    'article.open': async ({ id }) => {
      const page = await notes.page(id)
      if (!page.ok) return page
      const { shelf, content } = page.value
      const article = shelf.article.value
      const { reading } = notesOf(shelf)
      return ok({ article, content, notes: notes.placed(page.value), reading, path: shelf.folder })
    },
    'article.find': async ({ idPrefix }) => {
      const id = library.findByPrefix(idPrefix)
      return id.ok ? ok({ id: id.value }) : id
    },
    'article.edit': async ({ id, facts }) => library.edit(id, facts),
    'article.remove': async ({ id }) => library.remove(id),
    'article.restore': async ({ id }) => library.restore(id),
    'reading.save': async ({ id, reading }) => notes.saveReading(id, reading),

    'note.add': async ({ articleId, span, ...text }) => notes.add(articleId, span, text),
    'note.quote': async (input) => notes.quote(input),
    'note.edit': async ({ articleId, id, change }) => notes.edit(articleId, id, change),
    'note.remove': async ({ articleId, id }) => notes.remove(articleId, id),
    'note.restore': async ({ articleId, id }) => notes.restore(articleId, id),

    'import.read': async ({ name, data, modified }) => {
      const bytes = Buffer.from(data, 'base64')
      return ok(await desk.read({ name, bytes, modified, now: library.options.clock() }))
    },
    'import.save': async ({ draftId, facts }) => {
      const open = desk.get(draftId)
      if (!open.ok) return open
      const added = await library.add(open.value, open.value.draft, facts)
      if (added.ok) desk.discard([draftId])
      return added
    },
    'import.discard': async ({ draftIds }) => {
      desk.discard(draftIds)
      return ok({})
    },

    'export.markdown': async ({ ids }) => {
      // Half of the service's code, and not needed to show the list.
      const { exportMarkdown } = await import('../src/exporters/markdown.ts')
      const names = library.exportNames()
      const { colorMeanings } = library.settings.value
      const files: ExportedFile[] = []
      for (const id of ids) {
        const page = await notes.page(id)
        if (!page.ok) return page
        const { shelf, content } = page.value
        const article = shelf.article.value
        const notebook = { article, content, notes: notes.placed(page.value), colorMeanings }
        files.push({ id, name: `${names.get(id)}.md`, markdown: exportMarkdown(notebook).markdown })
      }
      return ok({ files })
    },

    'settings.get': async () => ok(library.settings.value),
    'settings.save': async (change) => {
      const saved = await library.settings.change((settings) => revise(settings, change))
      if (saved.ok) library.options.publish({ kind: 'settings-changed', settings: saved.value })
      return saved
    },
  }
}
