import { closeSync, openSync, readSync, writeFileSync, writeSync } from 'node:fs'

/** In the order of native/failing-calls.c, after `off`. */
export const failureModes = ['EIO', 'ENOSPC', 'half a write, then ENOSPC', 'EIO from then on'] as const
export type FailureMode = (typeof failureModes)[number]

/** The orders to native/failing-calls.c: which call is to fail, and how. */
export class FailingCalls {
  private readonly file: number

  constructor(path: string) {
    this.file = openSync(path, 'r+')
  }

  /** The n-th writing call from now on fails; n counts from 1. */
  arm(mode: FailureMode, nth: number): void {
    this.write([failureModes.indexOf(mode) + 1, nth, 0, 0])
  }

  /** Answers whether a call did fail. */
  disarm(): boolean {
    const bytes = Buffer.alloc(controlBytes)
    readSync(this.file, bytes, 0, controlBytes, 0)
    this.write([0, 0, 0, 0])
    return bytes.readInt32LE(firedAt) === 1
  }

  close(): void {
    closeSync(this.file)
  }

  private write(numbers: readonly number[]): void {
    const bytes = Buffer.alloc(controlBytes)
    for (const [index, number] of numbers.entries()) bytes.writeInt32LE(number, index * 4)
    // The mode is the first of them and goes last: from then on it counts.
    writeSync(this.file, bytes, 4, controlBytes - 4, 4)
    writeSync(this.file, bytes, 0, 4, 0)
  }
}

/** `struct control`: mode, nth, count, fired. */
const controlBytes = 16
const firedAt = 12

export function makeControl(path: string): void {
  writeFileSync(path, Buffer.alloc(controlBytes))
}
