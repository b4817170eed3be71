import { previewSettings, saveSettings } from './state/settings-actions.ts'
import { getState, useStore } from './state/store.ts'
import { Splitter } from './ui/splitter.tsx'

/** Narrowest and widest as in `Settings` (src/model/settings.ts); the text keeps room beside them up to 1,440 px. */
const min = 200
const max = 700

type Props = { pane: 'listPane' | 'notesPane'; label: string }

export function PaneSplitter({ pane, label }: Props) {
  const { width } = useStore((state) => state.settings[pane])
  return (
    <Splitter
      label={label}
      width={width}
      min={min}
      max={max}
      pane={pane === 'listPane' ? 'before' : 'after'}
      onMove={(wanted) => previewSettings({ [pane]: { isOpen: true, width: wanted } })}
      onRest={() => void saveSettings({ [pane]: getState().settings[pane] })}
    />
  )
}
