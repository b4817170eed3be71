import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { readFiles, readText } from '../state/import-reading.ts'
import { getState } from '../state/store.ts'
import './drop-zone.css'
import { droppedFiles } from './dropped-files.ts'
import { takeClipboard } from './take-clipboard.ts'

/** Takes what is dropped on the window or pasted into it, and says so while files hover over it. */
export function DropZone() {
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    // Children fire their own enter and leave; only leaving the window has nothing it goes to.
    const onDragOver = (event: DragEvent) => {
      if (!isTaken(event)) return
      event.preventDefault()
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      if (event.dataTransfer === null) return
      if (hasFiles(event)) void droppedFiles(event.dataTransfer).then(readFiles)
      else if (isTaken(event)) takeClipboard(event.dataTransfer)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
      window.removeEventListener('paste', onPaste)
    }
  }, [])

  if (!isOver) return null
  return (
    <div className="drop-zone" aria-hidden>
      <p>
        <FileDown /> Drop to add to the library
      </p>
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** Files, and links of a browser. */
function isTaken(event: DragEvent): boolean {
  return hasFiles(event) || (event.dataTransfer?.types.includes('text/uri-list') ?? false)
}

/** What is pasted while nothing is being written. */
function onPaste(event: ClipboardEvent) {
  const isWriting =
    event.target instanceof HTMLElement && event.target.matches('input, textarea, [contenteditable]')
  if (isWriting || event.clipboardData === null || getState().sheet !== null) return
  event.preventDefault()
  if (takeClipboard(event.clipboardData) === 'taken') return
  void readText(event.clipboardData.getData('text/plain'))
}
