import { CircleAlert } from 'lucide-react'
import { errorText } from '../state/error-text.ts'
import { useStore } from '../state/store.ts'
import { Late } from '../ui/late.tsx'

/** A library that is looked through faster than this is not worth a line that comes and goes. */
const patienceMs = 1000

/** What the list's reader should know of the library: that it cannot be written to, and that it is still being looked through. */
export function LibraryStateLines() {
  const { readOnly, reconciling } = useStore((state) => state.library)
  return (
    <>
      {readOnly !== null && (
        <p className="library-read-only" role="note" dir="auto">
          <CircleAlert aria-hidden />
          <span>For reading only. {errorText(readOnly)}</span>
        </p>
      )}
      {reconciling !== null && (
        <Late afterMs={patienceMs}>
          <progress
            className="library-progress"
            aria-label="Looking through the library"
            value={reconciling.done}
            max={reconciling.total}
          />
        </Late>
      )}
    </>
  )
}
