import { Tag, Trash2, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { PlacedNote } from '../../src/model/note.ts'
import { colorNotes, removeNotes, tagNotes, untagNotes } from '../state/batch-actions.ts'
import { chooseNone } from '../state/choosing-actions.ts'
import { useStore } from '../state/store.ts'
import { count } from '../ui/formats.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { useOverlayRoot } from '../ui/overlay-root.ts'
import { TagInput } from '../ui/tag-input.tsx'
import { ColorMenu } from './color-menu.tsx'

type Props = { notes: readonly PlacedNote[] }

/** What can be done with the chosen notes, all at once. */
export function ChosenBar({ notes }: Props) {
  const chosen = useStore((state) => state.chosenNotes)
  const placed = notes.filter(({ note }) => chosen.has(note.id))
  const colors = new Set(placed.map(({ note }) => note.color))
  const [color] = colors
  return (
    <div className="notes-bar" role="toolbar" aria-label="Chosen notes">
      <span className="notes-chosen">{count(chosen.size, null)} chosen</span>
      <ColorMenu
        color={colors.size === 1 && color !== undefined ? color : null}
        onChoose={(next) => void colorNotes(chosen, next)}
      />
      <TagsButton notes={placed} />
      <IconButton label="Remove the chosen notes" keys="Delete" onClick={() => void removeNotes(chosen)}>
        <Trash2 aria-hidden />
      </IconButton>
      <IconButton label="Choose none" keys="Escape" className="notes-clear" onClick={chooseNone}>
        <X aria-hidden />
      </IconButton>
    </div>
  )
}

function TagsButton({ notes }: Props) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label="Tags of the chosen notes">
          <Tag aria-hidden />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal container={useOverlayRoot()}>
        <Popover.Content
          className="menu chosen-tags"
          aria-label="Tags of the chosen notes"
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          <ChosenTags notes={notes} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** A tag written here is put on all of them; one taken away is taken from all that have it. */
function ChosenTags({ notes }: Props) {
  const ids = notes.map(({ note }) => note.id)
  const tags = [...new Set(notes.flatMap(({ note }) => note.tags))]
  const onAll = tags.filter((tag) => notes.every(({ note }) => note.tags.includes(tag)))
  const onSome = tags.filter((tag) => !onAll.includes(tag))

  function change(next: readonly string[]) {
    for (const tag of next) if (!onAll.includes(tag)) void tagNotes(ids, tag)
    for (const tag of onAll) if (!next.includes(tag)) void untagNotes(ids, tag)
  }

  return (
    <>
      <TagInput label="Tags of all chosen notes" tags={onAll} onChange={change} autoFocus />
      {onSome.length > 0 && (
        <div className="chosen-some" role="group" aria-label="Tags of some">
          <span>On some:</span>
          {onSome.map((tag) => (
            <span key={tag} className="tag" dir="auto">
              {tag}
              <button
                type="button"
                aria-label={`Remove tag ${tag}`}
                onClick={() => void untagNotes(ids, tag)}
              >
                <X aria-hidden />
              </button>
            </span>
          ))}
        </div>
      )}
    </>
  )
}
