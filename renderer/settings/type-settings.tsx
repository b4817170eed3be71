import { ReadingFont, type Settings, Theme } from '../../src/model/settings.ts'
import { saveSettings } from '../state/settings-actions.ts'
import { useStore } from '../state/store.ts'
import { Choice } from './choice.tsx'
import './type-settings.css'

const themeNames: Record<Theme, string> = { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' }

const fontNames: Record<ReadingFont, string> = {
  serif: 'Serif',
  sans: 'Sans',
  system: 'System',
  dyslexia: 'OpenDyslexic',
}

/** How the text is set; everything applies at once. Shown in the settings and beside the text. */
export function TypeSettings() {
  const settings = useStore((state) => state.settings)
  return (
    <>
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
    </>
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
