import { type ClipboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { chooseFiles, readText } from '../state/import-reading.ts'
import { Button } from '../ui/button.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import './source-chooser.css'
import { AddressField } from './address-field.tsx'
import { takeClipboard } from './take-clipboard.ts'

type Props = {
  /** What could not be read of the files handed in before. */
  failed: ReactNode
  onCancel: () => void
}

const kinds =
  'Pages, EPUB, PDF, Markdown, mail, news wire, feeds; exports of Pocket, Instapaper, Omnivore, Readwise, Raindrop, Wallabag, Zotero, Kindle and more'

/** Where a story comes from: files, an address, or its text. */
export function SourceChooser({ failed, onCancel }: Props) {
  const [text, setText] = useState('')
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (body.current !== null) focusFirst(body.current)
  }, [])
  return (
    <>
      <header className="dialog-header">
        <h2>Add to the library</h2>
      </header>
      {failed}
      <div ref={body} className="source-chooser" onPaste={onPaste}>
        <AddressField />
        <div className="source-drop">
          <p>Drop files anywhere in the window, or</p>
          <Button onClick={() => void chooseFiles()}>Choose files…</Button>
          <p className="source-kinds">{kinds}</p>
        </div>
        <label className="field">
          <span className="field-label">or paste the text of a story</span>
          <textarea
            className="input source-text"
            dir="auto"
            rows={6}
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

/** What is more than text goes its own way; a story that is pasted into the line for an address was not meant for it. */
function onPaste(event: ClipboardEvent) {
  const text = event.clipboardData.getData('text/plain')
  const isStoryInLine = event.target instanceof HTMLInputElement && text.trim().includes('\n')
  if (takeClipboard(event.clipboardData) === 'taken') return event.preventDefault()
  if (!isStoryInLine) return
  event.preventDefault()
  void readText(text)
}
