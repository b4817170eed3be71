import { lazy, type ReactNode, Suspense } from 'react'
import { Messages } from './messages.tsx'
import { useStore } from './state/store.ts'

// A sheet's code is read when it is first opened: none of them is in the first frame.
const AddSheet = lazy(async () => ({ default: (await import('./add/add-sheet.tsx')).AddSheet }))
const SettingsSheet = lazy(async () => ({
  default: (await import('./settings/settings-sheet.tsx')).SettingsSheet,
}))
const Palette = lazy(async () => ({ default: (await import('./palette/palette.tsx')).Palette }))
const KeysSheet = lazy(async () => ({ default: (await import('./palette/keys-sheet.tsx')).KeysSheet }))

/** A modal sheet covers the rest of the page, messages too; so they are shown in it while it is open. */
export function OpenSheet() {
  const messages = <Messages />
  return (
    <Suspense fallback={messages}>
      <Sheet messages={messages} />
    </Suspense>
  )
}

function Sheet({ messages }: { messages: ReactNode }) {
  const sheet = useStore((state) => state.sheet)
  switch (sheet) {
    case null:
      return messages
    case 'add':
      return <AddSheet>{messages}</AddSheet>
    case 'settings':
      return <SettingsSheet>{messages}</SettingsSheet>
    case 'palette':
      return <Palette>{messages}</Palette>
    case 'keys':
      return <KeysSheet>{messages}</KeysSheet>
  }
}
