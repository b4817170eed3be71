/** How many entries, from the first on, are so; in a list whose entries are so up to some place, halving finds it. */
export function countWhere<T>(list: readonly T[], isSo: (entry: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = list[middle]
    if (entry !== undefined && isSo(entry)) low = middle + 1
    else high = middle
  }
  return low
}
