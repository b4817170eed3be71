import type { Fields } from './fields.ts'

/** Nobody nests lists deeper. */
const deepest = 32

/** Gives, by the id of a list or folder, its name and those of the ones it is in, the outermost first. */
export function pathsIn(folders: readonly Fields[]): (id: string | null) => string[] {
  const byId = new Map(folders.map((folder) => [folder.text('id'), folder]))
  byId.delete(null)
  return (id) => {
    const path: Fields[] = []
    let at = byId.get(id)
    // A list may be in one that is in it.
    while (at !== undefined && !path.includes(at) && path.length < deepest) {
      path.unshift(at)
      at = byId.get(at.text('parentId'))
    }
    return path.map((folder) => folder.text('name') ?? '').filter((name) => name !== '')
  }
}
