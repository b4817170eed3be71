import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type Corrections, leaveOut, saveImports } from '../state/import-actions.ts'
import {
  type Choices,
  type ImportedCollection,
  type ImportedDraft,
  likelyChoice,
} from '../state/import-choice.ts'
import { Button } from '../ui/button.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { counted } from '../ui/formats.ts'
import './drafts.css'
import { FactsForm } from './facts-form.tsx'
import { FoundText } from './found-text.tsx'
import { KnownStory } from './known-story.tsx'
import { ReaderSwitch } from './reader-switch.tsx'
import { Stepper } from './stepper.tsx'

type Props = {
  drafts: readonly ImportedDraft[]
  /** Those that are looked over after the stories. */
  collections: readonly ImportedCollection[]
  /** What could not be read of the files handed in. */
  failed: ReactNode
  onCancel: () => void
}

/** The stories handed in, one at a time: what was recognised, to be corrected, beside the text. */
export function Drafts({ drafts, collections, failed, onCancel }: Props) {
  const [step, setStep] = useState(0)
  const [corrections, setCorrections] = useState<Corrections>({})
  const [choices, setChoices] = useState<Choices>({})
  const [isSaving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (form.current !== null) focusFirst(form.current)
  }, [])
  const index = Math.min(step, drafts.length - 1)
  const current = drafts[index]
  if (current === undefined) return null
  const { draftId, draft, known } = current

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isSaving) return
    setSaving(true)
    await saveImports(corrections, choices)
    setSaving(false)
  }

  /** What was corrected and chosen counts for the other reading, too. */
  function onReading(other: string) {
    setCorrections({ ...corrections, [other]: { ...corrections[draftId] } })
    const choice = choices[draftId]
    if (choice !== undefined) setChoices({ ...choices, [other]: choice })
  }

  return (
    <form
      ref={form}
      className="add-form"
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={submitOnModEnter}
    >
      <header className="dialog-header">
        <h2>Add {counted(drafts.length, 'story', 'stories')}</h2>
        <AboutFile file={current} />
        {drafts.length > 1 && <Stepper drafts={drafts} index={index} onStep={setStep} />}
      </header>
      {failed}
      {collections.length > 0 && <Next collections={collections} />}
      {known.length > 0 && (
        <KnownStory
          key={`known ${draftId}`}
          known={known}
          choice={choices[draftId] ?? likelyChoice(current)}
          onChoose={(choice) => setChoices({ ...choices, [draftId]: choice })}
        />
      )}
      <div className="add-columns">
        <FactsForm
          key={`facts ${draftId}`}
          draft={draft}
          facts={{ ...draft.facts, ...corrections[draftId] }}
          onChange={(change) =>
            setCorrections({ ...corrections, [draftId]: { ...corrections[draftId], ...change } })
          }
        />
        <div className="found-side">
          <ReaderSwitch key={index} draft={current} onReading={onReading} />
          <FoundText key={draftId} draft={draft} />
        </div>
      </div>
      <footer className="dialog-footer">
        <span className="about">{aboutText(current)}</span>
        {drafts.length > 1 && (
          <Button kind="quiet" onClick={() => void leaveOut(current)}>
            Leave this one out
          </Button>
        )}
        <Button onClick={onCancel}>Cancel</Button>
        <Button kind="primary" type="submit" disabled={isSaving}>
          {submitText(drafts, choices)}
        </Button>
      </footer>
    </form>
  )
}

/** Enter in a field submits by itself; with Mod it does so from everywhere. */
function submitOnModEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.defaultPrevented || event.key !== 'Enter') return
  if (event.ctrlKey || event.metaKey) event.currentTarget.requestSubmit()
}

function AboutFile({ file: { draft, label, name } }: { file: ImportedDraft }) {
  const length = counted(draft.content.text.length, 'character')
  // A PDF has many encodings, or none: what it was read into tells nothing about it.
  const encoding = draft.importer === 'pdf' ? [] : [draft.encoding.toUpperCase()]
  return (
    <span className="about" dir="auto">
      {[name, label, ...encoding, length].join(' · ')}
    </span>
  )
}

/** Says that this is not all. */
function Next({ collections }: { collections: readonly ImportedCollection[] }) {
  const names = collections.map(({ name, plan }) => `${name} (${plan.label}, ${counted(plan.items, 'item')})`)
  return (
    <p className="add-next" dir="auto">
      After this: {names.join(', ')}
    </p>
  )
}

function aboutText({ draft, notes }: ImportedDraft): string {
  const paragraphs = draft.content.blocks.filter((block) => block.kind !== 'rule').length
  const parts = [
    counted(paragraphs, 'paragraph'),
    counted(draft.words, 'word'),
    ...(notes > 0 ? [`${counted(notes, 'note')} ${notes === 1 ? 'comes' : 'come'} along`] : []),
  ]
  return parts.join(' · ')
}

/** What will happen; for stories of different fates, the word for all of it. */
function submitText(drafts: readonly ImportedDraft[], choices: Choices): string {
  const kinds = new Set(drafts.map((draft) => (choices[draft.draftId] ?? likelyChoice(draft)).kind))
  const [kind] = kinds
  if (kinds.size > 1 || kind === undefined || kind === 'separate') return 'Add to library'
  if (kind === 'same') return drafts.length === 1 ? 'Leave out' : 'Leave all out'
  return drafts.length === 1 ? 'Add as a new version' : 'Add as new versions'
}
