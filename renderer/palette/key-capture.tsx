import { type FocusEvent, type KeyboardEvent, useId, useState } from 'react'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import { keyText } from '../ui/keys.tsx'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { keyPress } from './key-press.ts'
import { ownerOf, refusal } from './remap.ts'

type Props = {
  command: Command
  /** The keys that were pressed, null for none, and the other command they are to be taken from. */
  onKeys: (keys: string | null, owner: Command | null) => void
  onCancel: () => void
}

/** Waits for the keys that a command is to have. */
export function KeyCapture({ command, onKeys, onCancel }: Props) {
  const settings = useStore((state) => state.settings)
  const [problem, setProblem] = useState('')
  const [taken, setTaken] = useState<{ keys: string; owner: Command } | null>(null)
  const problemId = useId()

  function onPress(keys: string) {
    if (keys === 'Escape') return onCancel()
    if (keys === 'Backspace') return onKeys(null, null)
    const others = commands.filter(({ id }) => id !== command.id)
    const owner = ownerOf(keys, others, settings)
    const reason = refusal(keys, settings)
    setProblem(reason ?? '')
    if (reason !== null) return
    if (owner === null) onKeys(keys, null)
    else setTaken({ keys, owner })
  }

  return (
    <div className="key-capture" onBlur={(event) => isLeft(event) && onCancel()}>
      {taken === null ? (
        <button
          type="button"
          autoFocus
          className="key-capture-field"
          aria-label={`Press the new keys for “${command.title}”`}
          aria-describedby={problemId}
          onKeyDown={(event) => pressed(event, onPress)}
        >
          Press the new keys…
        </button>
      ) : (
        <Taken {...taken} onTake={() => onKeys(taken.keys, taken.owner)} onCancel={onCancel} />
      )}
      <span id={problemId} role="status" className="key-capture-problem">
        {problem}
      </span>
    </div>
  )
}

type TakenProps = { keys: string; owner: Command; onTake: () => void; onCancel: () => void }

/** The keys are another command's: are they to be this one's? */
function Taken({ keys, owner, onTake, onCancel }: TakenProps) {
  const question = `${keyText(keys)} is “${owner.title}”.`
  return (
    <div
      className="key-taken"
      role="group"
      aria-label={question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') pressed(event, onCancel)
      }}
    >
      <span>{question}</span>
      <Button autoFocus aria-label={`${question} Take it from there`} onClick={onTake}>
        Take it from there
      </Button>
      <Button kind="quiet" onClick={onCancel}>
        Leave it
      </Button>
    </div>
  )
}

/** Nothing else hears of it: not the sheet, which Escape would close, nor the button. */
function pressed(event: KeyboardEvent, onPress: (keys: string) => void): void {
  event.preventDefault()
  event.stopPropagation()
  const keys = keyPress(event.nativeEvent)
  if (keys !== null && !event.repeat) onPress(keys)
}

/** A button that goes away under the focus leaves it nowhere, which is not leaving. */
function isLeft({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return relatedTarget !== null && !currentTarget.contains(relatedTarget)
}
