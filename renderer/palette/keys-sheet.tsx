import { Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { type KeySettings, keysOf } from '../../src/model/keys.ts'
import { saveSettings } from '../state/settings-actions.ts'
import { useStore } from '../state/store.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { Kbd, keyText } from '../ui/keys.tsx'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { KeyRow } from './key-row.tsx'
import './keys-sheet.css'

type Fixed = Pick<Command, 'title' | 'keys'>

/** What works without being a command: the lists' own keys, and what every program has. */
const fixed: readonly Fixed[] = [
  { title: 'Open what is in focus', keys: ['Enter'] },
  { title: 'First or last row of a list', keys: ['Home', 'End'] },
  { title: 'A screen of rows on or back', keys: ['PageDown', 'PageUp'] },
  { title: 'Remove the row in focus', keys: ['Delete'] },
  { title: 'More for the row in focus', keys: ['Shift+F10'] },
  { title: 'Add the text on the clipboard', keys: ['Mod+V'] },
  { title: 'Let go, close, cancel', keys: ['Escape'] },
]

/** Every key there is, and the way to change it. */
export function KeysSheet({ children }: { children: ReactNode }) {
  const settings = useStore((state) => state.settings)
  const [text, setText] = useState('')
  const rows = commands.filter((command) => fits({ ...command, keys: keysOf(command, settings) }, text))
  const fixedRows = fixed.filter((entry) => fits(entry, text))
  return (
    <Dialog label="Keys" className="keys-sheet" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader title="Keys" onClose={closeSheet} />
      <KeysBar text={text} onType={setText} />
      {!settings.hasSingleKeys && <SingleKeysOff />}
      <div className="keys-groups">
        <div>
          <KeyGroup title="Reading and notes" commands={ofGroup(rows, 'Reading')} />
          <KeyGroup title="Article" commands={ofGroup(rows, 'Article')} />
        </div>
        <div>
          <KeyGroup title="Library" commands={ofGroup(rows, 'Library')} />
          <KeyGroup title="Window" commands={ofGroup(rows, 'Window')} />
          {fixedRows.length > 0 && <FixedKeys entries={fixedRows} />}
        </div>
        {rows.length + fixedRows.length === 0 && (
          <p className="keys-none">No key and no command of that name.</p>
        )}
      </div>
      {children}
    </Dialog>
  )
}

function ofGroup(rows: readonly Command[], group: Command['group']): Command[] {
  return rows.filter((command) => command.group === group)
}

/** Every word typed is in the name, or what was typed is one of the keys. */
function fits({ title, keys }: Fixed, text: string): boolean {
  const typed = text.trim().toLowerCase()
  const isKey = keys.some((key) => keyText(key).toLowerCase() === typed)
  return isKey || typed.split(/\s+/).every((word) => title.toLowerCase().includes(word))
}

function KeysBar({ text, onType }: { text: string; onType: (text: string) => void }) {
  return (
    <div className="keys-bar">
      <label className="keys-search">
        <Search aria-hidden />
        <input
          data-first
          type="search"
          aria-label="Search commands and keys"
          placeholder="Search commands and keys"
          spellCheck={false}
          value={text}
          onChange={(event) => onType(event.target.value)}
        />
      </label>
      <p>Choose a key to change it. Backspace takes it away, Escape leaves it.</p>
      <ResetAll />
    </div>
  )
}

/** What was reset can be had back for as long as the sheet is open. */
function ResetAll() {
  const keys = useStore((state) => state.settings.keys)
  const [before, setBefore] = useState<KeySettings['keys'] | null>(null)
  const isChanged = Object.keys(keys).length > 0
  if (before !== null && !isChanged) {
    return <Button onClick={() => void saveSettings({ keys: before })}>Undo the reset</Button>
  }
  return (
    <Button
      aria-disabled={!isChanged}
      onClick={() => {
        if (!isChanged) return
        setBefore(keys)
        void saveSettings({ keys: {} })
      }}
    >
      Reset all
    </Button>
  )
}

function SingleKeysOff() {
  return (
    <div className="keys-off" role="note">
      <p>Letters, digits and signs without {keyText('Mod')} are switched off.</p>
      <Button onClick={() => void saveSettings({ hasSingleKeys: true })}>Switch on</Button>
    </div>
  )
}

function KeyGroup({ title, commands: rows }: { title: string; commands: readonly Command[] }) {
  if (rows.length === 0) return null
  return (
    <section className="keys-group">
      <h3>{title}</h3>
      <dl>
        {rows.map((command) => (
          <KeyRow key={command.id} command={command} />
        ))}
      </dl>
    </section>
  )
}

function FixedKeys({ entries }: { entries: readonly Fixed[] }) {
  return (
    <section className="keys-group">
      <h3>Always</h3>
      <dl>
        {entries.map(({ title, keys }) => (
          <div key={title} className="key-row">
            <dt>{title}</dt>
            <dd>
              {keys.map((key) => (
                <span key={key} className="key-button">
                  <Kbd of={key} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
