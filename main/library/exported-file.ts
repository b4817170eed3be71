import type { ExportedFile } from '../../src/contract.ts'
import { fileNames } from '../../src/exporters/file-name.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import type { Index } from './index/index.ts'
import type { Library } from './library.ts'
import { type Page, placedNotes } from './page.ts'

/** An article's notes as a Markdown file, called as it is in an export of the whole library. */
export async function exportedFile({ parts, settings }: Library, page: Page): Promise<ExportedFile> {
  // Half of the service's code, and not needed to show the list.
  const { exportMarkdown } = await import('../../src/exporters/markdown.ts')
  const { shelf, content } = page
  const { markdown } = exportMarkdown({
    article: shelf.article,
    content,
    notes: placedNotes(page),
    colorMeanings: settings.value.colorMeanings,
    fileNameOf: (id) => fileNameOf(parts.index, id),
  })
  return { id: shelf.id, name: `${fileNameOf(parts.index, shelf.id) ?? shelf.id}.md`, markdown }
}

/** Without its extension; null for an article that is not in the library. */
function fileNameOf(index: Index, id: ArticleId): string | null {
  const namesakes = index.namesakes([id])
  const place = namesakes.findIndex((row) => row.id === id)
  return fileNames(namesakes)[place] ?? null
}
