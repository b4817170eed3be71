import type { SentenceChange, Wording } from '../../src/model/comparison.ts'

/** What a sign in the margin means, for those who hear the page. */
const names: Record<SentenceChange['kind'], string> = {
  same: 'Unchanged',
  moved: 'Moved here',
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
}

/** A sentence of the two versions, and what became of it: by a sign, by line, and by colour. */
export function ChangeLine({ change }: { change: SentenceChange }) {
  return (
    <li className={`change change-${change.kind}`} data-kind={change.kind}>
      <span className="heard" lang="en">
        {names[change.kind]}:
      </span>
      <p>
        <Words change={change} />
      </p>
      {change.kind === 'moved' && (
        <span className="change-remark" lang="en" dir="ltr" aria-hidden>
          moved here
        </span>
      )}
    </li>
  )
}

function Words({ change }: { change: SentenceChange }) {
  switch (change.kind) {
    case 'added':
      return <ins>{change.after.text}</ins>
    case 'removed':
      return <del>{change.before.text}</del>
    case 'changed':
      return change.wordings.map((wording, index) => <Worded key={index} wording={wording} />)
    default:
      return change.after.text
  }
}

function Worded({ wording: { kind, text } }: { wording: Wording }) {
  if (kind === 'same') return text
  const Element = kind === 'added' ? 'ins' : 'del'
  return (
    <Element>
      <span className="heard" lang="en">
        {' '}
        {kind}:{' '}
      </span>
      {text}
      <span className="heard" lang="en">
        , end of {kind}.{' '}
      </span>
    </Element>
  )
}
