import type { Content } from '../model/content.ts'
import type { Picture } from './entry.ts'

/** Those of a source's pictures that the figures of its text name, each once. */
export function shownPictures({ blocks }: Content, pictures: Iterable<Picture>): Picture[] {
  const shown = new Set(blocks.map((block) => (block.kind === 'figure' ? block.file : null)))
  const found = [...pictures].filter(({ name }) => shown.has(name))
  return [...new Map(found.map((picture) => [picture.name, picture])).values()]
}
