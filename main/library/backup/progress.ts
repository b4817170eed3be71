/** Told how many of the articles are done. */
export type Progress = (done: number, total: number) => void

/** At most this many words of progress are said: more than a bar on a screen has steps to show. */
const mostSteps = 200

/** Counts articles, and says so in steps; once more when all are done. */
export class Counter {
  done = 0

  constructor(
    private readonly total: number,
    private readonly say: Progress,
  ) {}

  next(): void {
    this.done += 1
    const step = Math.ceil(this.total / mostSteps)
    if (this.done % step === 0 || this.done === this.total) this.say(this.done, this.total)
  }
}
