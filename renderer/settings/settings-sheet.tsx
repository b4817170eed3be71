import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Color } from '../../src/model/note.ts'
import { ReadingFont, type Settings, Theme } from '../../src/model/settings.ts'
import { saveSettings } from '../state/settings-actions.ts'
import { useStore } from '../state/store.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextInput } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import './settings.css'

/** How the reader likes it; everything applies at once. */
export function SettingsSheet({ children }: { children: ReactNode }) {
  return (
    <Dialog label="Settings" className="settings" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <header className="dialog-header">
        <h2>Settings</h2>
        <span className="end">
          <IconButton label="Close" onClick={closeSheet}>
            <X aria-hidden />
          </IconButton>
        </span>
      </header>
      <div className="settings-body">
        <Reading />
        <ColorMeanings />
      </div>
      {children}
    </Dialog>
  )
}

const themeNames: Record<Theme, string> = { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' }

const fontNames: Record<ReadingFont, string> = {
  serif: 'Serif',
  sans: 'Sans',
  system: 'System',
  dyslexia: 'OpenDyslexic',
}

function Reading() {
  const settings = useStore((state) => state.settings)
  return (
    <section className="settings-group">
      <Choice
        label="Theme"
        names={themeNames}
        options={Theme.options}
        value={settings.theme}
        onChange={(theme) => void saveSettings({ theme })}
      />
      <Choice
        label="Font"
        names={fontNames}
        options={ReadingFont.options}
        value={settings.font}
        onChange={(font) => void saveSettings({ font })}
      />
      <Slider of="fontSize" label="Size" step={1} unit="px" settings={settings} />
      <Slider of="lineHeight" label="Line height" step={0.02} unit="" settings={settings} />
      <Slider of="measure" label="Width of the text" step={1} unit="characters" settings={settings} />
      <p className={`settings-sample font-${settings.font}`} style={sampleStyle(settings)}>
        The first stones of the breakwater were laid in 1871 by crews who had come down from the quarries.
      </p>
    </section>
  )
}

function sampleStyle({ fontSize, lineHeight }: Settings) {
  return { fontSize, lineHeight }
}

type ChoiceProps<T extends string> = {
  label: string
  names: Record<T, string>
  options: readonly T[]
  value: T
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, names, options, value, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option} className={`choice-option ${label.toLowerCase()}-${option}`}>
            <input type="radio" name={label} checked={option === value} onChange={() => onChange(option)} />
            {names[option]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** As in `Settings` (src/model/settings.ts). */
const bounds = { fontSize: [15, 28], lineHeight: [1.3, 2.2], measure: [48, 90] } as const

type SliderProps = {
  of: keyof typeof bounds
  label: string
  step: number
  unit: string
  settings: Settings
}

function Slider({ of, label, step, unit, settings }: SliderProps) {
  const [min, max] = bounds[of]
  const value = settings[of]
  return (
    <label className="slider">
      <span>{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={`${value} ${unit}`}
        onChange={(event) => void saveSettings({ [of]: Number(event.target.value) })}
      />
      <output>
        {value} {unit}
      </output>
    </label>
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

/** Kept when the field is left or Enter is pressed; an empty one goes back to what it was. */
function ColorMeaning({ color }: { color: Color }) {
  const meanings = useStore((state) => state.settings.colorMeanings)
  const [text, setText] = useState(meanings[color])

  function keep() {
    const meaning = text.trim()
    if (meaning === '') return setText(meanings[color])
    if (meaning !== meanings[color]) void saveSettings({ colorMeanings: { ...meanings, [color]: meaning } })
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
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep()
        }}
      />
    </label>
  )
}
