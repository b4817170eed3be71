import { ALargeSmall } from 'lucide-react'
import { Popover, Slider, ToggleGroup } from 'radix-ui'
import { ReadingFont, Theme, type Settings } from '../../src/model/settings.ts'
import { saveSettings } from '../state/settings-actions.ts'
import { useStore } from '../state/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useOverlayRoot } from '../ui/overlay-root.ts'

const fontNames: Record<ReadingFont, string> = {
  serif: 'Serif',
  sans: 'Sans',
  system: 'System',
  dyslexia: 'Dyslexia',
}

const themeNames: Record<Theme, string> = { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' }

/** How the text is set. Everything applies at once. */
export function TypeMenu() {
  const settings = useStore((state) => state.settings)
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label="Type">
          <ALargeSmall aria-hidden />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal container={useOverlayRoot()}>
        <Popover.Content
          className="type-menu"
          aria-label="Type"
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <Choice name="Font" names={fontNames} value={settings.font} onChoose={(font) => set({ font })} />
          <Measures settings={settings} />
          <Choice
            name="Theme"
            names={themeNames}
            value={settings.theme}
            onChoose={(theme) => set({ theme })}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The limits are those of `Settings`. */
function Measures({ settings: { fontSize, lineHeight, measure } }: { settings: Settings }) {
  return (
    <>
      <Measure
        name="Size"
        value={fontSize}
        range={[15, 28, 1]}
        text={`${fontSize} px`}
        onChange={(size) => set({ fontSize: size })}
      />
      <Measure
        name="Line height"
        value={lineHeight}
        range={[1.3, 2.2, 0.02]}
        text={lineHeight.toFixed(2)}
        onChange={(height) => set({ lineHeight: height })}
      />
      <Measure
        name="Line length"
        value={measure}
        range={[48, 90, 1]}
        text={`${measure} ch`}
        onChange={(length) => set({ measure: length })}
      />
    </>
  )
}

function set(change: Partial<Settings>): void {
  void saveSettings(change)
}

type ChoiceProps<T extends string> = {
  name: string
  names: Record<T, string>
  value: T
  onChoose: (value: T) => void
}

function Choice<T extends string>({ name, names, value, onChoose }: ChoiceProps<T>) {
  return (
    <ToggleGroup.Root
      className="type-choice"
      type="single"
      aria-label={name}
      value={value}
      // Choosing what is chosen already would leave nothing chosen.
      onValueChange={(chosen) => chosen !== '' && onChoose(chosen as T)}
    >
      {Object.entries<string>(names).map(([key, text]) => (
        <ToggleGroup.Item key={key} value={key} data-font={key}>
          {text}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}

type MeasureProps = {
  name: string
  value: number
  /** Least, greatest, step. */
  range: [number, number, number]
  text: string
  onChange: (value: number) => void
}

function Measure({ name, value, range: [min, max, step], text, onChange }: MeasureProps) {
  return (
    <div className="type-measure">
      <span>{name}</span>
      <Slider.Root
        value={[value]}
        min={min}
        max={max}
        step={step}
        onValueChange={([next]) => next !== undefined && onChange(next)}
      >
        <Slider.Track>
          <Slider.Range />
        </Slider.Track>
        <Slider.Thumb aria-label={name} aria-valuetext={text} />
      </Slider.Root>
      <output>{text}</output>
    </div>
  )
}
