import { FileText, type LucideIcon, StickyNote, UserRound } from 'lucide-react'
import type { LinkTarget } from '../../src/text/wikilinks.ts'
import type { LinkOption } from './link-options.ts'
import type { LinkCompletion } from './use-link-completion.ts'

const icons: Record<LinkTarget['kind'], LucideIcon> = {
  article: FileText,
  note: StickyNote,
  name: UserRound,
}

/** What `[[` may stand for. The focus stays in the text. */
export function LinkList({ completion }: { completion: LinkCompletion }) {
  const { listId, options, current, take } = completion
  if (options.length === 0) return null
  return (
    <div role="listbox" id={listId} aria-label="What to link to" className="link-list">
      {options.map((option, index) => (
        <Option
          key={index}
          id={`${listId}-${index}`}
          option={option}
          isCurrent={index === current}
          onTake={() => take(option)}
        />
      ))}
    </div>
  )
}

type OptionProps = { id: string; option: LinkOption; isCurrent: boolean; onTake: () => void }

function Option({ id, option, isCurrent, onTake }: OptionProps) {
  const Icon = icons[option.target.kind]
  return (
    <div
      role="option"
      id={id}
      aria-selected={isCurrent}
      className="link-option"
      // The press would take the focus out of the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      <Icon aria-hidden />
      <span dir="auto">{option.label}</span>
      <small dir="auto">{option.about}</small>
    </div>
  )
}
