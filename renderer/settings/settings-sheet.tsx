import { type ReactNode, useState } from 'react'
import { Color } from '../../src/model/note.ts'
import { saveSettings } from '../state/settings-actions.ts'
import { useStore } from '../state/store.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { TextInput } from '../ui/field.tsx'
import { AnnotatingSettings } from './annotating-settings.tsx'
import { BringingInSettings } from './bringing-in-settings.tsx'
import './settings.css'
import { TypeSettings } from './type-settings.tsx'

/** How the reader likes it; everything applies at once. */
export function SettingsSheet({ children }: { children: ReactNode }) {
  return (
    <Dialog label="Settings" className="settings" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader title="Settings" onClose={closeSheet} />
      <div className="settings-body">
        <section className="settings-group">
          <TypeSettings />
          <Sample />
        </section>
        <ColorMeanings />
        <AnnotatingSettings />
        <BringingInSettings />
      </div>
      {children}
    </Dialog>
  )
}

function Sample() {
  const { font, fontSize, lineHeight } = useStore((state) => state.settings)
  return (
    <p className={`settings-sample font-${font}`} style={{ fontSize, lineHeight }}>
      The first stones of the breakwater were laid in 1871 by crews who had come down from the quarries.
    </p>
  )
}

function ColorMeanings() {
  return (
    <section className="settings-group">
      <h3>What the colours mean</h3>
      {Color.options.map((color) => (
        <ColorMeaning key={color} color={color} />
      ))}
      <p className="field-hint">They stand beside the colours, and in what you export.</p>
    </section>
  )
}

/** Kept as it is typed; while the field is empty, the last words stand. */
function ColorMeaning({ color }: { color: Color }) {
  const meanings = useStore((state) => state.settings.colorMeanings)
  const [text, setText] = useState(meanings[color])

  function onType(typed: string) {
    setText(typed)
    const meaning = typed.trim()
    if (meaning !== '') void saveSettings({ colorMeanings: { ...meanings, [color]: meaning } })
  }

  return (
    <label className="meaning">
      <span
        className="meaning-swatch"
        style={{ background: `var(--${color})`, borderColor: `var(--${color}-d)` }}
      />
      <span className="meaning-name">{color}</span>
      <TextInput
        aria-label={`Meaning of ${color}`}
        maxLength={60}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onBlur={() => setText(meanings[color])}
      />
    </label>
  )
}
