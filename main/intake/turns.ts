/** Tasks of the same key go one after the other; those of different keys side by side. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>()

  async take<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.last.get(key)
    const turn = (before ?? Promise.resolve()).then(task)
    const settled = turn.catch(() => undefined) // its caller hears of it
    this.last.set(key, settled)
    return turn.finally(() => {
      if (this.last.get(key) === settled) this.last.delete(key)
    })
  }
}
