import { Tooltip } from 'radix-ui'
import { type Ref, useEffect, useState } from 'react'
import type { Settings } from '../src/model/settings.ts'
import { DropZone } from './add/drop-zone.tsx'
import './app.css'
import { listen } from './call.ts'
import { Feeds } from './feeds/feeds.tsx'
import { Library } from './library/library.tsx'
import { Notebook } from './notebook/notebook.tsx'
import { NotesPane } from './notes/notes-pane.tsx'
import { runCommand } from './palette/commands.ts'
import { onKeyDown } from './palette/keyboard.ts'
import { useKeysInForce } from './palette/use-keys-in-force.ts'
import { IntakeLines } from './intake-lines.tsx'
import { OpenSheet } from './open-sheet.tsx'
import { PaneSplitter } from './pane-splitter.tsx'
import { Rail } from './rail.tsx'
import { Reader } from './reader/reader.tsx'
import { TypeSettings } from './settings/type-settings.tsx'
import { useStore } from './state/store.ts'
import { useTheme } from './state/theme.ts'
import { areNotesShown, closeNotesOver } from './state/view-actions.ts'
import { KeysInForce } from './ui/keys.tsx'
import { OverlayRoot } from './ui/overlay-root.ts'

/** The window: rail, list, reader and notes, and the sheet that lies over them. */
export function App() {
  useTheme()
  const [overlay, setOverlay] = useState<HTMLElement | null>(null)
  const keysInForce = useKeysInForce()
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  useEffect(
    () =>
      listen((event) => {
        if (event.kind === 'menu') runCommand(event.command)
      }),
    [],
  )
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      <KeysInForce value={keysInForce}>
        <OverlayRoot value={overlay}>
          <Panes overlayRef={setOverlay} />
          <DropZone />
          <OpenSheet />
        </OverlayRoot>
      </KeysInForce>
    </Tooltip.Provider>
  )
}

function Place({ place }: { place: Settings['place'] }) {
  switch (place) {
    case 'library':
      return <Library />
    case 'notes':
      return <Notebook />
    case 'feeds':
      return <Feeds />
  }
}

type PanesProps = {
  /** Where menus and tooltips are put. */
  overlayRef: Ref<HTMLDivElement>
}

function Panes({ overlayRef }: PanesProps) {
  const place = useStore((state) => state.settings.place)
  const list = useStore((state) => state.settings.listPane)
  const notes = useStore((state) => state.settings.notesPane)
  const hasNotes = useStore(areNotesShown)
  const isNarrow = useStore((state) => state.isNarrow)
  const hasArticle = useStore((state) => state.open !== null)
  const areNotesBeside = hasNotes && hasArticle && !isNarrow
  return (
    <div className="panes">
      <Rail />
      {list.isOpen && (
        <div className="pane-list" style={{ inlineSize: list.width }}>
          <Place place={place} />
          <IntakeLines />
        </div>
      )}
      <main className="pane-main">
        {list.isOpen && <PaneSplitter pane="listPane" label="Width of the list" />}
        <div className="pane-reader">
          <Reader typeSettings={<TypeSettings />} />
        </div>
        {areNotesBeside && <PaneSplitter pane="notesPane" label="Width of the notes" />}
        <div ref={overlayRef} />
      </main>
      {hasNotes && hasArticle && (
        <div
          className={isNarrow ? 'pane-notes over' : 'pane-notes'}
          style={{ inlineSize: notes.width }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented) closeNotesOver()
          }}
        >
          <NotesPane />
        </div>
      )}
    </div>
  )
}
