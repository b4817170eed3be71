import { Plus, RotateCcw } from 'lucide-react'
import { useRef, useState } from 'react'
import { keysOf } from '../../src/model/keys.ts'
import { announce } from '../state/messages.ts'
import { saveSettings } from '../state/settings-actions.ts'
import { getState, useStore } from '../state/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd, keyText } from '../ui/keys.tsx'
import type { Command } from './command.ts'
import { KeyCapture } from './key-capture.tsx'
import { type KeyChange, remapped } from './remap.ts'

/** A command, the keys that do it now, and the way to give it others. */
export function KeyRow({ command }: { command: Command }) {
  const settings = useStore((state) => state.settings)
  /** The key that is being changed, null for a further one; undefined while nothing is. */
  const [old, setOld] = useState<string | null>()
  const row = useRef<HTMLDivElement>(null)

  function finish(focused: string | null) {
    setOld(undefined)
    // After the row is drawn again.
    requestAnimationFrame(() => focusKeys(row.current, focused))
  }

  function onKeys(fresh: string | null, owner: Command | null) {
    if (old === undefined) return
    changeKeys(command, { old, fresh }, owner)
    finish(fresh)
  }

  return (
    <div ref={row} className="key-row" data-command={command.id}>
      <dt>{command.title}</dt>
      <dd>
        {old !== undefined ? (
          <KeyCapture command={command} onKeys={onKeys} onCancel={() => finish(old)} />
        ) : (
          <>
            {settings.keys[command.id] !== undefined && (
              <Reset command={command} onReset={() => finish(null)} />
            )}
            <IconButton
              label={`Another key for “${command.title}”`}
              className="key-add"
              onClick={() => setOld(null)}
            >
              <Plus aria-hidden />
            </IconButton>
            {keysOf(command, settings).map((keys) => (
              <KeyButton key={keys} keys={keys} title={command.title} onClick={() => setOld(keys)} />
            ))}
          </>
        )}
      </dd>
    </div>
  )
}

function KeyButton({ keys, title, onClick }: { keys: string; title: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className="key-button"
      data-keys={keys}
      aria-label={`${keyText(keys)}: change the key for “${title}”`}
      onClick={onClick}
    >
      <Kbd of={keys} />
    </button>
  )
}

function Reset({ command, onReset }: { command: Command; onReset: () => void }) {
  const were = command.keys.map(keyText).join(', ')
  return (
    <IconButton
      label={`Reset “${command.title}” to ${were === '' ? 'no key' : were}`}
      className="key-reset"
      onClick={() => {
        const { [command.id]: _, ...keys } = getState().settings.keys
        void saveSettings({ keys })
        onReset()
      }}
    >
      <RotateCcw aria-hidden />
    </IconButton>
  )
}

/** `owner` is the command the fresh key is taken from. */
function changeKeys(command: Command, change: KeyChange, owner: Command | null): void {
  const { settings } = getState()
  const keys = remapped(settings, command, change)
  const taken = { old: change.fresh, fresh: null }
  void saveSettings({ keys: owner === null ? keys : remapped({ ...settings, keys }, owner, taken) })
  announce(`${command.title}: ${change.fresh === null ? 'key taken away' : keyText(change.fresh)}`)
}

function focusKeys(row: HTMLElement | null, keys: string | null): void {
  const buttons = [...(row?.querySelectorAll<HTMLElement>('button') ?? [])]
  const wanted = buttons.find((button) => button.dataset['keys'] === keys) ?? buttons.at(-1)
  wanted?.focus()
}
