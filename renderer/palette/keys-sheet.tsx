import type { ReactNode } from 'react'
import { closeSheet } from '../state/view-actions.ts'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { Keys } from '../ui/keys.tsx'
import { type Command, commands } from './commands.ts'
import './palette.css'

/** What works without being a command: the list's own keys, and pasting. */
const elsewhere = [
  { title: 'Next or previous article in the list', keys: ['j', 'k'] },
  { title: 'First or last article of the list', keys: ['Home', 'End'] },
  { title: 'A screen of articles on or back', keys: ['PageDown', 'PageUp'] },
  { title: 'Open the article in focus', keys: ['Enter'] },
  { title: 'More for the article in focus', keys: ['Shift+F10'] },
  { title: 'Add the text on the clipboard', keys: ['Mod+V'] },
]

/** Every key there is. */
export function KeysSheet({ children }: { children: ReactNode }) {
  return (
    <Dialog label="Keys" className="keys-sheet" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader title="Keys" onClose={closeSheet} />
      <div className="keys-groups" tabIndex={0} data-first role="region" aria-label="All keys">
        <div>
          <KeyGroup title="Reading and notes" entries={ofGroup('Reading')} />
          <KeyGroup title="Article" entries={ofGroup('Article')} />
        </div>
        <div>
          <KeyGroup title="Library" entries={[...elsewhere, ...ofGroup('Library')]} />
          <KeyGroup title="Window" entries={ofGroup('Window')} />
        </div>
      </div>
      {children}
    </Dialog>
  )
}

type Entry = Pick<Command, 'title' | 'keys'>

function ofGroup(group: Command['group']): Entry[] {
  return commands.filter((command) => command.group === group && command.keys.length > 0)
}

function KeyGroup({ title, entries }: { title: string; entries: readonly Entry[] }) {
  return (
    <section className="keys-group">
      <h3>{title}</h3>
      <dl>
        {entries.map((entry) => (
          <div key={entry.title}>
            <dt>{entry.title}</dt>
            <dd>
              {entry.keys.map((keys) => (
                <Keys key={keys} of={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
