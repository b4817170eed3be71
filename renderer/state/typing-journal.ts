import type { Input } from '../../src/contract.ts'
import { call } from '../call.ts'

type Words = Input<'note.typing'>

let waiting: Words | null = null
let isUnderWay = false

/**
 * Puts what is being typed where a crash of the app cannot reach it. Only the newest words wait while older ones are
 * under way, so a slow disk is never more than one step behind. A failure is not said: `note.edit` follows and says it.
 */
export function jot(words: Words): void {
  waiting = words
  if (!isUnderWay) void send()
}

/** Called when `note.edit` is sent with the same words: what came after it would undo it at the next start. */
export function leaveUnsent(): void {
  waiting = null
}

async function send(): Promise<void> {
  isUnderWay = true
  for (let words = take(); words !== null; words = take()) await call('note.typing', words)
  isUnderWay = false
}

function take(): Words | null {
  const words = waiting
  waiting = null
  return words
}
