import { appendFileSync } from 'node:fs'
import { format } from 'node:util'

/**
 * Sends what the library logs to a file: under faults that is much, and `runKind` shows its end where a promise was broken.
 * Answers the errors that nobody caught, which would have ended the app.
 */
export function logTo(path: string): unknown[] {
  const uncaught: unknown[] = []
  console.error = (...words: unknown[]) => appendFileSync(path, `${format(...words)}\n`)
  process.on('uncaughtException', (error) => {
    uncaught.push(error)
    console.error('uncaught:', error)
  })
  return uncaught
}
