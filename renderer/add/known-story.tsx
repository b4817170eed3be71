import { useId, useState } from 'react'
import type { KnownStory as Known } from '../../src/contract.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { type Choice, choiceFor } from '../state/import-choice.ts'
import { longDate } from '../ui/formats.ts'
import './known-story.css'

type Props = {
  /** The likeliest first; at least one. */
  known: readonly Known[]
  choice: Choice
  onChoose: (choice: Choice) => void
}

const options: ReadonlyArray<{ kind: Choice['kind']; text: string }> = [
  { kind: 'same', text: 'It is the same: do not add' },
  { kind: 'version', text: 'A new version of it: keep both, move the notes' },
  { kind: 'separate', text: 'A separate article' },
]

/** Says that the story, or one very like it, is in the library, and asks what it is to that one. */
export function KnownStory({ known, choice, onChoose }: Props) {
  const [shownId, setShownId] = useState(choice.kind === 'separate' ? known[0]?.summary.id : choice.of)
  const name = useId()
  const story = known.find(({ summary }) => summary.id === shownId)
  if (story === undefined) return null
  const { id } = story.summary

  function show(other: ArticleId) {
    setShownId(other)
    const next = known.find(({ summary }) => summary.id === other)
    if (next !== undefined && choice.kind !== 'separate') onChoose(choiceFor(next))
  }

  return (
    <fieldset className="known">
      <legend className="heard">What it is to the story you have</legend>
      <p className="known-story">
        You have this story:{' '}
        {known.length === 1 ? (
          <b dir="auto">{story.summary.title}</b>
        ) : (
          <StorySelect known={known} current={id} onChoose={show} />
        )}
        , added {longDate(story.summary.addedAt, null)}. {reason(story)}
      </p>
      <div className="known-choices">
        {options.map(({ kind, text }) => (
          <label key={kind} className="known-choice">
            <input
              type="radio"
              name={name}
              checked={choice.kind === kind}
              onChange={() => onChoose(kind === 'separate' ? { kind } : { kind, of: id })}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function reason({ by, likeness }: Known): string {
  const share = `${Math.floor(likeness * 100)} % of the text is the same`
  switch (by) {
    case 'bytes':
      return 'It is the same file.'
    case 'words':
      return 'It has the same words.'
    case 'address':
      return `It came from the same address; ${share}.`
    case 'likeness':
      return `${share}.`
  }
}

type SelectProps = { known: readonly Known[]; current: ArticleId; onChoose: (id: ArticleId) => void }

function StorySelect({ known, current, onChoose }: SelectProps) {
  return (
    <select
      aria-label="Which story"
      className="input known-select"
      value={current}
      onChange={(event) => {
        const chosen = known[event.target.selectedIndex]
        if (chosen !== undefined) onChoose(chosen.summary.id)
      }}
    >
      {known.map(({ summary }) => (
        <option key={summary.id} value={summary.id}>
          {summary.title}
        </option>
      ))}
    </select>
  )
}
