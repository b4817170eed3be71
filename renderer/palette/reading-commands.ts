import { Color } from '../../src/model/note.ts'
import type { CopyFormat } from '../../src/model/settings.ts'
import { redo, undo } from '../state/history-actions.ts'
import { setColor } from '../state/note-actions.ts'
import { toggleInstant } from '../state/settings-actions.ts'
import type { ReaderHandle } from '../state/state.ts'
import { getState } from '../state/store.ts'
import type { Side } from '../state/beside.ts'
import { hasBeside, openBeside } from '../state/part-actions.ts'
import { togglePassages } from '../state/view-actions.ts'
import {
  type Command,
  hasOpen,
  hasReader,
  type Name,
  readingCommand as reading,
  type Result,
  withReader,
} from './command.ts'
import { isRowInFocus, pressOnRow } from './focus.ts'

export const readingCommands: readonly Command[] = [
  stepCommand('ArrowDown', {
    id: 'step.next',
    title: 'Next paragraph, article or note',
    keys: ['j', 'ArrowDown'],
  }),
  stepCommand('ArrowUp', {
    id: 'step.previous',
    title: 'Previous paragraph, article or note',
    keys: ['k', 'ArrowUp'],
  }),
  reading({ id: 'step.sentence', title: 'Sentence: first, then next', keys: ['s'] }, (handle) =>
    handle.sentence(),
  ),
  reading({ id: 'step.quotation', title: 'Next quotation', keys: ['q'] }, (handle) => handle.quotation()),
  partCommand('next', { id: 'part.next', title: 'Next chapter', keys: ['Shift+J'] }),
  partCommand('previous', { id: 'part.previous', title: 'Previous chapter', keys: ['Shift+K'] }),
  reading({ id: 'note.highlight', title: 'Highlight', keys: ['h'] }, (handle) => handle.highlight()),
  reading({ id: 'note.write', title: 'Write a note', keys: ['n'] }, (handle) => handle.note()),
  reading({ id: 'note.tag', title: 'Tag', keys: ['t'] }, (handle) => handle.tag()),
  ...Color.options.map(colorCommand),
  reading({ id: 'note.nextHere', title: 'Next note on these words', keys: ['x'] }, (handle) =>
    handle.nextHere(),
  ),
  {
    ...reading({ id: 'note.attach', title: 'Give the note this place', keys: [] }, (handle) => {
      const { activeNoteId } = getState()
      return activeNoteId === null ? undefined : handle.attach(activeNoteId)
    }),
    when: (state) => hasReader(state) && state.activeNoteId !== null,
  },
  {
    ...reading(
      { id: 'note.remove', title: 'Remove the highlight', keys: ['Delete', 'Backspace'] },
      (handle) => handle.removeActive(),
    ),
    when: (state) => hasReader(state) && state.activeNoteId !== null,
  },
  reading({ id: 'note.copy', title: 'Copy as quotation', keys: ['Mod+Shift+C'] }, (handle) =>
    handle.copyQuote(getState().settings.copyFormat),
  ),
  copyCommand('markdown', 'Markdown'),
  copyCommand('plain', 'plain text'),
  copyCommand('html', 'HTML'),
  reading({ id: 'text.find', title: 'Find in the article', keys: ['Mod+F'] }, (handle) => handle.find()),
  reading(
    { id: 'passages.show', title: 'Show or hide all highlights', keys: ['Mod+Shift+H'] },
    togglePassages,
  ),
  {
    id: 'note.instant',
    title: 'Instant highlighting on or off',
    group: 'Reading',
    keys: ['Shift+H'],
    run: toggleInstant,
  },
  {
    id: 'edit.undo',
    title: 'Undo',
    group: 'Reading',
    keys: ['Mod+Z'],
    run: undo,
    when: (state) => state.history.past.length > 0,
  },
  {
    id: 'edit.redo',
    title: 'Redo',
    group: 'Reading',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    run: redo,
    when: (state) => state.history.future.length > 0,
  },
]

/** In a list it is what the list's own arrow key does, in the text the next paragraph or sentence. */
function stepCommand(arrow: 'ArrowDown' | 'ArrowUp', name: Name): Command {
  return {
    ...name,
    group: 'Reading',
    run: () => (isRowInFocus() ? pressOnRow(arrow) : withReader((handle) => stepIn(handle, arrow))),
    when: (state) => hasReader(state) || isRowInFocus(),
  }
}

function partCommand(side: Side, name: Name): Command {
  return {
    ...name,
    group: 'Reading',
    run: () => openBeside(side),
    when: (state) => hasBeside(state, side),
  }
}

function stepIn(handle: ReaderHandle, arrow: 'ArrowDown' | 'ArrowUp'): void {
  if (arrow === 'ArrowDown') handle.next()
  else handle.previous()
}

function colorCommand(color: Color, index: number): Command {
  return {
    id: `color.${color}`,
    title: `Colour: ${color}`,
    group: 'Reading',
    keys: [String(index + 1)],
    run: () => useColor(color),
    when: hasOpen,
  }
}

/** With words selected the colour highlights them; else it is the active note's, and the next highlight's. */
function useColor(color: Color): Result {
  const isSelected = !(window.getSelection()?.isCollapsed ?? true)
  return isSelected ? withReader((handle) => handle.highlight(color)) : setColor(color)
}

function copyCommand(format: CopyFormat, name: string): Command {
  return reading({ id: `copy.${format}`, title: `Copy as ${name}`, keys: [] }, (handle) =>
    handle.copyQuote(format),
  )
}
