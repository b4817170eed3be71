import { useRows } from '../rows/use-rows.ts'
import { openNote, showNoteRows } from '../state/notebook-actions.ts'
import { type Pages, rowAt } from '../state/pages.ts'
import type { GroupedNote } from '../state/state.ts'
import { useStore } from '../state/store.ts'
import { GroupName } from './group-name.tsx'
import { NotebookRow } from './notebook-row.tsx'

/** A note with two lines of its words and two of what was written, as drawn. */
const usualRowPx = 118
/** The name of the group lies over the top of its notes (notebook.css). */
const headingPx = 31

/** The notes of the list that `question` asked for. The first of each group has the group's name above it. */
export function NotebookList({ question }: { question: string }) {
  const pages = useStore((state) => state.notebook.pages)
  const activeNoteId = useStore((state) => state.activeNoteId)
  const { scroller, virtualizer, stop, moveStop, onKeyDown } = useRows(pages, {
    list: 'notes',
    question,
    usualPx: usualRowPx,
    coveredPx: headingPx,
    nameOf: nameInList,
    show: showNoteRows,
    keys: { Enter: (note) => void openNote(note) },
  })
  const items = virtualizer.getVirtualItems()
  const topmost = rowAt(pages, virtualizer.range?.startIndex ?? 0)

  return (
    <div ref={scroller} className="rows notebook-rows">
      <div className="notebook-over" aria-hidden>
        {topmost !== undefined && <GroupName note={topmost} />}
      </div>
      <div
        role="grid"
        aria-label="All notes"
        aria-rowcount={pages.total}
        data-focus="list"
        style={{ blockSize: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <NotebookRow
            key={item.key}
            ref={virtualizer.measureElement}
            note={rowAt(pages, item.index) ?? null}

            isFirst={isFirstOfGroup(pages, item.index)}
            index={item.index}
            top={item.start}
            height={item.size}
            isOpen={activeNoteId !== null && rowAt(pages, item.index)?.id === activeNoteId}
            isStop={item.index === stop}
            onFocus={moveStop}
          />
        ))}
      </div>
    </div>
  )
}

/** A note with several tags stands in the list several times. */
function nameInList({ id, group }: GroupedNote): string {
  return `${id} ${group}`
}

/** Where the note before is not loaded, nobody knows, and nothing is said. */
function isFirstOfGroup(pages: Pages<GroupedNote>, index: number): boolean {
  const before = rowAt(pages, index - 1)
  return index === 0 || (before !== undefined && before.group !== rowAt(pages, index)?.group)
}
