import { type ReactNode, useState } from 'react'
import { chooseFiles, readText } from '../state/import-actions.ts'
import { Button } from '../ui/button.tsx'

type Props = {
  /** What could not be read of the files handed in before. */
  failed: ReactNode
  onCancel: () => void
}

/** Where a story comes from: files, or its text. */
export function SourceChooser({ failed, onCancel }: Props) {
  const [text, setText] = useState('')
  return (
    <>
      <header className="dialog-header">
        <h2>Add a story</h2>
        <span className="about">Plain text and Markdown, from any news wire or editor</span>
      </header>
      {failed}
      <div className="source-chooser">
        <div className="source-drop">
          <p>Drop files anywhere in the window, or</p>
          <Button data-first onClick={() => void chooseFiles()}>
            Choose files…
          </Button>
        </div>
        <label className="field">
          <span className="field-label">or paste the text of a story</span>
          <textarea
            className="input source-text"
            dir="auto"
            rows={9}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
      </div>
      <footer className="dialog-footer">
        <span className="about" />
        <Button onClick={onCancel}>Cancel</Button>
        <Button kind="primary" disabled={text.trim() === ''} onClick={() => void readText(text)}>
          Look it over
        </Button>
      </footer>
    </>
  )
}
