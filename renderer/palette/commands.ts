import { getState } from '../state/store.ts'
import { articleCommands } from './article-commands.ts'
import { canRun, type Command } from './command.ts'
import { libraryCommands } from './library-commands.ts'
import { readingCommands } from './reading-commands.ts'
import { windowCommands } from './window-commands.ts'

/** THE table of commands: it drives the keyboard, the palette, the sheet of keys and the application's menu. */
export const commands: readonly Command[] = [
  ...readingCommands,
  ...articleCommands,
  ...libraryCommands,
  ...windowCommands,
]

/** Runs the command of this id if it can be run now; for the application's menu. */
export function runCommand(id: string): void {
  const command = commands.find((candidate) => candidate.id === id)
  if (command !== undefined && canRun(command, getState())) void command.run()
}
