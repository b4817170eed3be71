import { isFirstOfGroup } from '../rows/is-first-of-group.ts'
import { RowGrid } from '../rows/row-grid.tsx'
import { useRows } from '../rows/use-rows.ts'
import { openNote, showNoteRows } from '../state/notebook-actions.ts'
import { rowAt } from '../state/pages.ts'
import type { GroupedNote } from '../state/state.ts'
import { useStore } from '../state/store.ts'
import { GroupName } from './group-name.tsx'
import { NotebookRow } from './notebook-row.tsx'

/** A note with two lines of its words and two of what was written, as drawn. */
const usualRowPx = 118
/** The name of the group lies over the top of its notes (rows.css). */
const headingPx = 31

/** The notes of the list that `question` asked for. The first of each group has the group's name above it. */
export function NotebookList({ question }: { question: string }) {
  const pages = useStore((state) => state.notebook.pages)
  const activeNoteId = useStore((state) => state.activeNoteId)
  const rows = useRows(pages, {
    list: 'notes',
    question,
    usualPx: usualRowPx,
    coveredPx: headingPx,
    nameOf: nameInList,
    show: showNoteRows,
    keys: { Enter: (note) => void openNote(note) },
  })
  const topmost = rowAt(pages, rows.virtualizer.range?.startIndex ?? 0)

  return (
    <RowGrid
      rows={rows}
      total={pages.total}
      className="rows-grouped"
      over={topmost === undefined ? null : <GroupName note={topmost} />}
      aria-label="All notes"
      data-focus="list"
      row={(place) => {
        const note = rowAt(pages, place.index) ?? null
        return (
          <NotebookRow
            {...place}
            note={note}
            isFirst={isFirstOfGroup(pages, place.index, ({ group }) => group)}
            isActive={note !== null && note.id === activeNoteId}
          />
        )
      }}
    />
  )
}

/** A note with several tags stands in the list several times. */
function nameInList({ id, group }: GroupedNote): string {
  return `${id} ${group}`
}
