import { CopyFormat } from '../../src/model/settings.ts'
import { saveSettings } from '../state/settings-actions.ts'
import { useStore } from '../state/store.ts'
import { openSheet } from '../state/view-actions.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from './choice.tsx'
import { Switch } from './switch.tsx'

const formatNames: Record<CopyFormat, string> = { markdown: 'Markdown', plain: 'Plain text', html: 'HTML' }

/** How highlighting, copying and the keys work; everything applies at once. */
export function AnnotatingSettings() {
  const { isInstant, hasSingleKeys, copyFormat } = useStore((state) => state.settings)
  return (
    <section className="settings-annotating">
      <Switch isOn={isInstant} onChange={(isOn) => void saveSettings({ isInstant: isOn })}>
        <b>Instant highlighting</b>
        <small>What you select is highlighted at once.</small>
      </Switch>
      <Switch isOn={hasSingleKeys} onChange={(isOn) => void saveSettings({ hasSingleKeys: isOn })}>
        <b>Single keys</b>
        <small>Letters, digits and signs are keys where you don’t write.</small>
      </Switch>
      <Choice
        label="Copy as"
        names={formatNames}
        options={CopyFormat.options}
        value={copyFormat}
        onChange={(format) => void saveSettings({ copyFormat: format })}
      />
      <Button className="settings-keys" onClick={() => openSheet('keys')}>
        Change the keys…
      </Button>
    </section>
  )
}
