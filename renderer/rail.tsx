import { CircleAlert, Library, Plus, Settings } from 'lucide-react'
import { openIncidents } from './state/incident-actions.ts'
import { useStore } from './state/store.ts'
import { openSheet, toggleList } from './state/view-actions.ts'
import { IconButton } from './ui/icon-button.tsx'

/** The places; below them, what adds and what sets. */
export function Rail() {
  const isListOpen = useStore((state) => state.settings.listPane.isOpen)
  return (
    <nav className="rail" aria-label="Main">
      <IconButton label="Library" keys="[" side="right" aria-pressed={isListOpen} onClick={toggleList}>
        <Library aria-hidden />
      </IconButton>
      <span className="rail-space" />
      <Incidents />
      <IconButton label="Add a story" keys="Mod+N" side="right" onClick={() => openSheet('add')}>
        <Plus aria-hidden />
      </IconButton>
      <IconButton label="Settings" keys="Mod+," side="right" onClick={() => openSheet('settings')}>
        <Settings aria-hidden />
      </IconButton>
    </nav>
  )
}

/** Only while there is something to be told. */
function Incidents() {
  const { incidents } = useStore((state) => state.library)
  if (incidents === 0) return null
  return (
    <IconButton
      label={`What happened: ${incidents}`}
      keys="Mod+Shift+L"
      side="right"
      className="rail-incidents"
      onClick={() => void openIncidents()}
    >
      <CircleAlert aria-hidden />
    </IconButton>
  )
}
