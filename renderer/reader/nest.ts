/** Things of one depth in their order, and among them, as lists of their own, the deeper ones. */
export type Nested<T> = (T | Nested<T>)[]

/** Deeper than this no room for words is left beside the indents, and a hostile text could stop the layout. */
const deepest = 12

/**
 * Groups a flat run by depth. Depths count by order alone: a jump from 0 to 3 opens one level, and a run may start
 * deep.
 */
export function nest<T extends object>(things: readonly T[], depthOf: (thing: T) => number): Nested<T> {
  const levels = [
    {
      depth: things.reduce((least, thing) => Math.min(least, depthOf(thing)), Infinity),
      list: [] as Nested<T>,
    },
  ]
  const root = levels[0]!
  for (const thing of things) {
    const depth = depthOf(thing)
    while (levels.at(-1)!.depth > depth) levels.pop()
    if (levels.at(-1)!.depth < depth && levels.length < deepest) {
      const list: Nested<T> = []
      levels.at(-1)!.list.push(list)
      levels.push({ depth, list })
    }
    levels.at(-1)!.list.push(thing)
  }
  return root.list
}
