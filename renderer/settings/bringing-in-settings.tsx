import { saveSettings } from '../state/settings-actions.ts'
import { useStore } from '../state/store.ts'
import { Switch } from './switch.tsx'

/** What is done whenever something is brought in. */
export function BringingInSettings() {
  const keepsPictures = useStore((state) => state.settings.keepsPictures)
  return (
    <section className="settings-annotating">
      <Switch isOn={keepsPictures} onChange={(isOn) => void saveSettings({ keepsPictures: isOn })}>
        <b>Keep the pictures of pages</b>
        <small>They are loaded when a page is added, and never while you read.</small>
      </Switch>
    </section>
  )
}
