import { type KeyboardEvent, useState } from 'react'
import { Facts } from '../../src/model/article.ts'
import { editFacts } from '../state/article-actions.ts'
import { Field, TextInput } from '../ui/field.tsx'

export type FactName = 'title' | 'byline' | 'agency' | 'place' | 'published' | 'language' | 'credit'

type Props = {
  name: FactName
  label: string
  value: string | null
  /** What to say of a value that cannot be kept. */
  problem: string
  hint?: string
}

/**
 * One fact, corrected in place: kept on Enter or when the field is left; Escape brings back what was there. An empty
 * field means "not known".
 */
export function FactField({ name, label, value, problem, hint }: Props) {
  const [text, setText] = useState(value ?? '')
  const [known, setKnown] = useState(value)
  if (known !== value) {
    // Corrected elsewhere: in another window or on the command line.
    setKnown(value)
    setText(value ?? '')
  }
  const fact = readFact(name, text)

  function keep() {
    if (fact.isValid && fact.value !== value) void editFacts({ [name]: fact.value })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') keep()
    if (event.key !== 'Escape') return
    event.preventDefault()
    setText(value ?? '')
  }

  const note = fact.isValid ? hint : problem
  return (
    <div className="fact">
      <Field label={label}>
        <TextInput
          type={name === 'published' ? 'date' : 'text'}
          placeholder="Not known"
          aria-invalid={!fact.isValid}
          aria-describedby={`${name}-note`}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={onKeyDown}
        />
      </Field>
      <small id={`${name}-note`} className="field-hint">
        {note}
      </small>
    </div>
  )
}

type Fact = { isValid: true; value: string | null } | { isValid: false }

/** What a text typed in means as this fact. */
export function readFact(name: FactName, text: string): Fact {
  const parsed = Facts.shape[name].safeParse(text.trim() === '' ? null : text)
  return parsed.success ? { isValid: true, value: parsed.data } : { isValid: false }
}
