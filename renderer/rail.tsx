import { CircleAlert, Library, Plus, Rss, Settings, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Settings as SettingsValues } from '../src/model/settings.ts'
import { openIncidents } from './state/incident-actions.ts'
import { useStore } from './state/store.ts'
import { openSheet, setPlace, toggleList } from './state/view-actions.ts'
import { IconButton } from './ui/icon-button.tsx'

/** The places; below them, what adds and what sets. */
export function Rail() {
  return (
    <nav className="rail" aria-label="Main">
      <PlaceButton place="library" label="Library" keys="Shift+L">
        <Library aria-hidden />
      </PlaceButton>
      <PlaceButton place="notes" label="Notes" keys="Shift+N">
        <StickyNote aria-hidden />
      </PlaceButton>
      <PlaceButton place="feeds" label="Feeds" keys="Shift+F">
        <Rss aria-hidden />
      </PlaceButton>
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

type PlaceProps = { place: SettingsValues['place']; label: string; keys: string; children: ReactNode }

/** Goes to a place; pressed there, it takes the place's list away or brings it back. */
function PlaceButton({ place, label, keys, children }: PlaceProps) {
  const isCurrent = useStore((state) => state.settings.place === place)
  return (
    <IconButton
      label={label}
      keys={keys}
      side="right"
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => (isCurrent ? toggleList() : setPlace(place))}
    >
      {children}
    </IconButton>
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
