import { type ReactNode, useEffect, useState } from 'react'

/** Shows what is in it only after it has been there for a while: what is over sooner needs no word. */
export function Late({ afterMs, children }: { afterMs: number; children: ReactNode }) {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), afterMs)
    return () => clearTimeout(timer)
  }, [afterMs])
  return isDue && children
}
