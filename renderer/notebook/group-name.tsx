import { Color } from '../../src/model/note.ts'
import type { GroupedNote } from '../state/state.ts'
import { useStore } from '../state/store.ts'
import { longDate } from '../ui/formats.ts'

/** The name of the group that a note stands in. */
export function GroupName({ note }: { note: GroupedNote }) {
  const { grouping, group, title, direction } = note
  switch (grouping) {
    case 'article':
      return <span dir={direction}>{title}</span>
    case 'tag':
      return group === '' ? <span>Without a tag</span> : <span dir="auto">{group}</span>
    case 'color':
      return <ColorName color={group} />
    case 'day':
      return <span>{longDate(group, null)}</span>
  }
}

function ColorName({ color }: { color: string }) {
  const meanings = useStore((state) => state.settings.colorMeanings)
  const known = Color.safeParse(color)
  return (
    <span>
      {color}
      {known.success && <span className="notebook-meaning"> {meanings[known.data]}</span>}
    </span>
  )
}
