import { problem } from './messages.ts'
import { getState } from './store.ts'

/** Whether the library can be written to; where it cannot, the person is told why. */
export function canWrite(): boolean {
  const { readOnly } = getState().library
  if (readOnly !== null) problem(readOnly)
  return readOnly === null
}
