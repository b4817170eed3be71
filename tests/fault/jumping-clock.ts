/** From now on this process's clock stands where `jump` puts it, and runs on from there. Timers are not concerned. */
export class JumpingClock {
  private offsetMs = 0

  constructor() {
    const now = (): number => RealDate.now() + this.offsetMs
    globalThis.Date = new Proxy(RealDate, {
      construct: (real, words: unknown[], by) =>
        Reflect.construct(real, words.length === 0 ? [now()] : words, by) as Date,
      get: (real, key) => (key === 'now' ? now : (Reflect.get(real, key) as unknown)),
    })
  }

  /** So many milliseconds away from the true time. */
  jump(offsetMs: number): void {
    this.offsetMs = offsetMs
  }
}

const RealDate = Date
