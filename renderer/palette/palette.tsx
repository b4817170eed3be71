import { Command as Cmdk } from 'cmdk'
import { type ReactNode, useState } from 'react'
import { keysOf } from '../../src/model/keys.ts'
import { openArticle } from '../state/article-actions.ts'
import { getState, useStore } from '../state/store.ts'
import { closeSheet, findArticles } from '../state/view-actions.ts'
import { Dialog } from '../ui/dialog.tsx'
import { shortDate } from '../ui/formats.ts'
import { Kbd } from '../ui/keys.tsx'
import { canRun, type Command } from './command.ts'
import { commands } from './commands.ts'
import './palette.css'

/** Every command that can be run now, and every article, by name. */
export function Palette({ children }: { children: ReactNode }) {
  const [text, setText] = useState('')
  const found = useStore((state) => state.found)
  const able = runnable(text)

  function onType(typed: string) {
    setText(typed)
    void findArticles(typed)
  }

  function choose(run: () => unknown) {
    closeSheet()
    // After the dialog has given the focus back, so that the command may move it.
    requestAnimationFrame(() => run())
  }

  return (
    <Dialog
      label="Commands and articles"
      className="palette"
      onDismiss={closeSheet}
      onPressOutside={closeSheet}
    >
      <Cmdk label="Commands and articles" loop shouldFilter={false}>
        <Cmdk.Input
          data-first
          className="palette-input"
          placeholder="Type a command or a headline"
          value={text}
          onValueChange={onType}
        />
        <Cmdk.List className="palette-list">
          <Cmdk.Empty className="palette-empty">Nothing of that name.</Cmdk.Empty>
          {able.length > 0 && (
            <Cmdk.Group heading="Commands">
              {able.map((command) => (
                <Cmdk.Item key={command.id} value={command.title} onSelect={() => choose(command.run)}>
                  <span className="palette-title">{command.title}</span>
                  <CommandKeys command={command} />
                </Cmdk.Item>
              ))}
            </Cmdk.Group>
          )}
          {text.trim() !== '' && found.length > 0 && (
            <Cmdk.Group heading="Articles">
              {found.map((row) => (
                <Cmdk.Item key={row.id} value={row.id} onSelect={() => choose(() => openArticle(row.id))}>
                  <span className="palette-title" dir="auto">
                    {row.title}
                  </span>
                  <span className="palette-about">
                    {row.agency ?? row.source} · {shortDate(row.published ?? row.addedAt, row.language)}
                  </span>
                </Cmdk.Item>
              ))}
            </Cmdk.Group>
          )}
        </Cmdk.List>
      </Cmdk>
      {children}
    </Dialog>
  )
}

function CommandKeys({ command }: { command: Command }) {
  const [keys] = keysOf(
    command,
    useStore((state) => state.settings),
  )
  return keys !== undefined && <Kbd of={keys} />
}

/** The commands that can be run now and whose titles have every word typed, begun words included. */
function runnable(text: string): readonly Command[] {
  const words = text.toLowerCase().split(/\s+/)
  return commands.filter((command) => {
    const title = command.title.toLowerCase()
    return (
      command.id !== 'palette.open' &&
      words.every((word) => title.includes(word)) &&
      canRun(command, getState())
    )
  })
}
