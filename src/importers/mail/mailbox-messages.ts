import { binaryOf } from '../saved-page/transfer.ts'

/**
 * The line that stands before each message of a mailbox (RFC 4155), and the field that follows it: who sent it and when. Thunderbird
 * writes neither into some of its own.
 */
const separator = /^From (?:-?[ \t]*|\S+[^\n]*\d\d:\d\d[^\n]*)\r?\n[!-9;-~]+:/

/** Longer than any such line and the name of a field. */
const longestSeparator = 400

/** Whether a file begins as a mailbox does. */
export function beginsMailbox(head: string): boolean {
  return separator.test(head.trimStart())
}

/** The messages of a mailbox, bytes as characters of one byte. */
export function* messagesIn(bytes: Uint8Array): Generator<string> {
  let start: number | null = null
  for (const at of separatorsIn(bytes)) {
    if (start !== null) yield unquoted(binaryOf(bytes.subarray(start, at)))
    start = lineAfter(bytes, at)
  }
  if (start !== null) yield unquoted(binaryOf(bytes.subarray(start)))
}

/** An F is looked for first, which few lines begin with: taking all lines apart would cost more than all else. */
function* separatorsIn(bytes: Uint8Array): Generator<number> {
  for (let at = bytes.indexOf(0x46); at !== -1; at = bytes.indexOf(0x46, at + 1)) {
    const isLine = at === 0 || bytes[at - 1] === 0x0a
    if (isLine && separator.test(binaryOf(bytes.subarray(at, at + longestSeparator)))) yield at
  }
}

function lineAfter(bytes: Uint8Array, line: number): number {
  const end = bytes.indexOf(0x0a, line)
  return end === -1 ? bytes.length : end + 1
}

/** Lines that could be taken for separators are quoted; some programs quote quoted ones once more, and none is hurt by this. */
function unquoted(message: string): string {
  return message.replace(/^>(>*From )/gm, '$1')
}
