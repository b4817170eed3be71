import type { SentenceChange } from '../../src/model/comparison.ts'
import { count } from '../ui/formats.ts'
import { ChangeLine } from './change-line.tsx'
import { type Stretch, stretches } from './stretches.ts'

type Props = {
  changes: readonly SentenceChange[]
  /** What stayed the same is shown as well. */
  isWhole: boolean
}

/** Two versions as one text, sentence by sentence, in the order of the later one. */
export function Changes({ changes, isWhole }: Props) {
  if (isWhole) return <Lines changes={changes} />
  if (changes.every(({ kind }) => kind === 'same')) {
    return <p className="changes-none">Both versions have the same sentences.</p>
  }
  return stretches(changes).map((stretch, index) => <StretchLines key={index} stretch={stretch} />)
}

function StretchLines({ stretch: { isSame, changes } }: { stretch: Stretch }) {
  if (!isSame) return <Lines changes={changes} />
  const { length } = changes
  return (
    <details className="changes-folded">
      <summary lang="en" dir="ltr">
        {count(length, null)} {length === 1 ? 'sentence' : 'sentences'} unchanged
      </summary>
      <Lines changes={changes} />
    </details>
  )
}

function Lines({ changes }: { changes: readonly SentenceChange[] }) {
  return (
    <ol className="changes">
      {changes.map((change, index) => (
        <ChangeLine key={index} change={change} />
      ))}
    </ol>
  )
}
