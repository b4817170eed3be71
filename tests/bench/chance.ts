import { createHash } from 'node:crypto'
import { idFromBytes } from '../../src/model/ids.ts'

/** Chance that repeats: the same seed gives the same numbers everywhere and for ever. */
export class Chance {
  private readonly state: Uint32Array

  constructor(seed: string) {
    this.state = new Uint32Array(
      Uint8Array.from(createHash('sha256').update(seed).digest()).buffer.slice(0, 16),
    )
  }

  /** From 0 to below 1. The generator is sfc32 of PractRand (https://pracrand.sourceforge.net), public domain. */
  next(): number {
    const [a = 0, b = 0, c = 0, counter = 0] = this.state
    const sum = (a + b + counter) >>> 0
    this.state[0] = b ^ (b >>> 9)
    this.state[1] = c + (c << 3)
    this.state[2] = ((c << 21) | (c >>> 11)) + sum
    this.state[3] = counter + 1
    return sum / 2 ** 32
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  /** A whole number; both ends are possible. */
  between(least: number, greatest: number): number {
    return least + this.below(greatest - least + 1)
  }

  isLuckyIn(share: number): boolean {
    return this.next() < share
  }

  pick<T extends string | object>(list: readonly T[]): T {
    const picked = list[this.below(list.length)]
    if (picked === undefined) throw new Error('there is nothing to pick from')
    return picked
  }

  /** From a normal distribution with mean 0 and deviation 1 (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  id(): string {
    return idFromBytes(Uint8Array.from({ length: 12 }, () => this.below(256)))
  }
}
