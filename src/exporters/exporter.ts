import { exportMarkdown } from './markdown.ts'
import type { Notebook } from './notebook.ts'

/** One file format out. `name` is what `--format` calls it. */
export type Exporter = {
  name: string
  /** The file's name with its extension, and what is in it. */
  exportNotes(notebook: Notebook): { name: string; markdown: string }
}

/** A new format is one entry here. */
export const exporters: Exporter[] = [{ name: 'markdown', exportNotes: exportMarkdown }]
