import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { ImportedFile } from '../../src/contract.ts'
import { errorText } from '../state/error-text.ts'
import { type Corrections, discardImports, leaveOut, saveImports } from '../state/import-actions.ts'
import { type Choices, type ImportedDraft, isDraft, likelyChoice } from '../state/import-choice.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { count } from '../ui/formats.ts'
import './add.css'
import { FactsForm } from './facts-form.tsx'
import { FoundText } from './found-text.tsx'
import { KnownStory } from './known-story.tsx'
import { SourceChooser } from './source-chooser.tsx'
import { Stepper } from './stepper.tsx'

type Unreadable = Exclude<ImportedFile, ImportedDraft>

/** The sheet in which stories are handed in, looked over and corrected before they join the library. */
export function AddSheet({ children }: { children: ReactNode }) {
  const imports = useStore((state) => state.imports)
  const progress = useStore((state) => state.importProgress)
  const drafts = imports.filter(isDraft)
  const failed = imports.filter((imported): imported is Unreadable => !isDraft(imported))
  const discard = () => void discardImports()

  return (
    <Dialog label="Add to the library" className="add-sheet" onDismiss={discard}>
      {drafts.length > 0 ? (
        <Drafts drafts={drafts} failed={failed} onCancel={discard} />
      ) : (
        <SourceChooser failed={<Failed files={failed} />} onCancel={discard} />
      )}
      {progress !== null && (
        <p className="add-progress" role="status">
          Reading {count(progress.done + 1, null)} of {count(progress.total, null)}…
          <Button kind="quiet" onClick={discard}>
            Stop
          </Button>
        </p>
      )}
      {children}
    </Dialog>
  )
}

type DraftsProps = { drafts: readonly ImportedDraft[]; failed: readonly Unreadable[]; onCancel: () => void }

function Drafts({ drafts, failed, onCancel }: DraftsProps) {
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
  const facts = { ...draft.facts, ...corrections[draftId] }

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isSaving) return
    setSaving(true)
    await saveImports(corrections, choices)
    setSaving(false)
  }

  return (
    <form
      ref={form}
      className="add-form"
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={submitOnModEnter}
    >
      <header className="dialog-header">
        <h2>{drafts.length === 1 ? 'Add 1 story' : `Add ${count(drafts.length, null)} stories`}</h2>
        <AboutFile file={current} />
        {drafts.length > 1 && <Stepper drafts={drafts} index={index} onStep={setStep} />}
      </header>
      <Failed files={failed} />
      {known.length > 0 && (
        <KnownStory
          key={`known ${draftId}`}
          known={known}
          choice={choices[draftId] ?? likelyChoice(current)}
          onChoose={(choice) => setChoices({ ...choices, [draftId]: choice })}
        />
      )}
      <div className="add-columns" key={draftId}>
        <FactsForm
          facts={facts}
          yearIsAssumed={draft.yearIsAssumed}
          onChange={(change) =>
            setCorrections({ ...corrections, [draftId]: { ...corrections[draftId], ...change } })
          }
        />
        <FoundText draft={draft} />
      </div>
      <footer className="dialog-footer">
        <span className="about">{aboutText(current)}</span>
        {drafts.length > 1 && (
          <Button kind="quiet" onClick={() => void leaveOut(draftId)}>
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

function AboutFile({ file }: { file: ImportedDraft }) {
  const { draft, name } = file
  const parts = [name, draft.encoding.toUpperCase(), `${count(draft.content.text.length, null)} characters`]
  return (
    <span className="about" dir="auto">
      {parts.join(' · ')}
    </span>
  )
}

function aboutText({ draft }: ImportedDraft): string {
  const paragraphs = draft.content.blocks.filter((block) => block.kind !== 'rule').length
  const words = `${count(draft.words, null)} ${draft.words === 1 ? 'word' : 'words'}`
  return `${count(paragraphs, null)} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'} · ${words}`
}

/** What will happen; for stories of different fates, the word for all of it. */
function submitText(drafts: readonly ImportedDraft[], choices: Choices): string {
  const kinds = new Set(drafts.map((draft) => (choices[draft.draftId] ?? likelyChoice(draft)).kind))
  const [kind] = kinds
  if (kinds.size > 1 || kind === undefined || kind === 'separate') return 'Add to library'
  if (kind === 'same') return drafts.length === 1 ? 'Leave out' : 'Leave all out'
  return drafts.length === 1 ? 'Add as a new version' : 'Add as new versions'
}

/** The files that could not be read, each with its own sentence. */
function Failed({ files }: { files: readonly Unreadable[] }) {
  if (files.length === 0) return null
  return (
    <ul className="add-failed" role="alert">
      {files.map((file, index) => (
        <li key={`${index} ${file.name}`} dir="auto">
          {errorText(file.error)}
        </li>
      ))}
    </ul>
  )
}
