import { previewSettings, saveSettings } from './state/settings-actions.ts'
import { getState, useStore } from './state/store.ts'
import { Splitter } from './ui/splitter.tsx'

/** Narrowest and widest as in `Settings` (src/model/settings.ts). */
const min = 200
const max = 700
/** Share of the window that a pane may take, as in app.css. */
const greatestShare = { listPane: 0.34, notesPane: 0.4 }

type Props = { pane: 'listPane' | 'notesPane'; label: string }

export function PaneSplitter({ pane, label }: Props) {
  const { width } = useStore((state) => state.settings[pane])
  return (
    <Splitter
      label={label}
      width={width}
      min={min}
      max={Math.min(max, Math.floor(window.innerWidth * greatestShare[pane]))}
      pane={pane === 'listPane' ? 'before' : 'after'}
      onMove={(wanted) => previewSettings({ [pane]: { isOpen: true, width: wanted } })}
      onRest={() => void saveSettings({ [pane]: getState().settings[pane] })}
    />
  )
}
