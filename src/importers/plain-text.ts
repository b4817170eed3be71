import { ok } from '../errors.ts'
import { entryOf } from './entry.ts'
import type { StoryImporter } from './importer.ts'

/** Text files by their names; what has no extension is pasted text or standard input. */
const extensions = new Set(['', 'txt', 'text'])

export const plainText: StoryImporter = {
  id: 'plain-text',
  label: 'plain text',
  accepts: ({ extension }) => extensions.has(extension),
  async read(source) {
    const { readPlainText } = await import('./read-plain-text.ts')
    const draft = readPlainText(source)
    return draft.ok ? ok(entryOf(draft.value)) : draft
  },
}
