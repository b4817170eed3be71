import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { Messages } from './messages.tsx'
import { useStore } from './state/store.ts'

// None of the sheets is in the first frame, so their code is read after it.
const code = {
  add: async () => ({ default: (await import('./add/add-sheet.tsx')).AddSheet }),
  intake: async () => ({ default: (await import('./add/intake-sheet.tsx')).IntakeSheet }),
  settings: async () => ({ default: (await import('./settings/settings-sheet.tsx')).SettingsSheet }),
  palette: async () => ({ default: (await import('./palette/palette.tsx')).Palette }),
  trash: async () => ({ default: (await import('./keeping/trash-sheet.tsx')).TrashSheet }),
  earlier: async () => ({ default: (await import('./notes/earlier-sheet.tsx')).EarlierSheet }),
  incidents: async () => ({ default: (await import('./keeping/incidents-sheet.tsx')).IncidentsSheet }),
  restore: async () => ({ default: (await import('./keeping/restore-sheet.tsx')).RestoreSheet }),
  compare: async () => ({ default: (await import('./versions/comparison-sheet.tsx')).ComparisonSheet }),
  feeds: async () => ({ default: (await import('./feeds/feeds-sheet.tsx')).FeedsSheet }),
  keys: async () => ({ default: (await import('./palette/keys-sheet.tsx')).KeysSheet }),
}
const AddSheet = lazy(code.add)
const IntakeSheet = lazy(code.intake)
const SettingsSheet = lazy(code.settings)
const Palette = lazy(code.palette)
const KeysSheet = lazy(code.keys)
const TrashSheet = lazy(code.trash)
const EarlierSheet = lazy(code.earlier)
const IncidentsSheet = lazy(code.incidents)
const RestoreSheet = lazy(code.restore)
const ComparisonSheet = lazy(code.compare)
const FeedsSheet = lazy(code.feeds)

/** A modal sheet covers the rest of the page, messages too; so they are shown in it while it is open. */
export function OpenSheet() {
  useReadAhead()
  const messages = <Messages />
  return (
    <Suspense fallback={messages}>
      <Sheet messages={messages} />
    </Suspense>
  )
}

/** What is typed right after a sheet's key belongs into the sheet: by then its code has to be there. */
function useReadAhead(): void {
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      for (const read of Object.values(code)) void read()
    })
    return () => cancelIdleCallback(idle)
  }, [])
}

function Sheet({ messages }: { messages: ReactNode }) {
  const sheet = useStore((state) => state.sheet)
  switch (sheet) {
    case null:
      return messages
    case 'add':
      return <AddSheet>{messages}</AddSheet>
    case 'intake':
      return <IntakeSheet>{messages}</IntakeSheet>
    case 'settings':
      return <SettingsSheet>{messages}</SettingsSheet>
    case 'palette':
      return <Palette>{messages}</Palette>
    case 'keys':
      return <KeysSheet>{messages}</KeysSheet>
    case 'trash':
      return <TrashSheet>{messages}</TrashSheet>
    case 'earlier':
      return <EarlierSheet>{messages}</EarlierSheet>
    case 'incidents':
      return <IncidentsSheet>{messages}</IncidentsSheet>
    case 'restore':
      return <RestoreSheet>{messages}</RestoreSheet>
    case 'feeds':
      return <FeedsSheet>{messages}</FeedsSheet>
    case 'compare':
      return <ComparisonSheet>{messages}</ComparisonSheet>
  }
}
