import type { Fields } from './fields.ts'

/** The names of a list, or of any folder, and of those it is in, the outermost first; a circle is gone round once. */
export function pathIn(folders: readonly Fields[], id: string | null): string[] {
  const path: Fields[] = []
  const find = (wanted: string | null): Fields | undefined =>
    folders.find((folder) => wanted !== null && folder.text('id') === wanted)
  for (let at = find(id); at !== undefined && !path.includes(at); at = find(at.text('parentId')))
    path.unshift(at)
  return path.map((folder) => folder.text('name') ?? '').filter((name) => name !== '')
}
