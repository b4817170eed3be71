import { memo, useDeferredValue, useMemo } from 'react'
import type { Content } from '../../src/model/content.ts'
import type { PlacedNote } from '../../src/model/note.ts'
import { type Description, descriptionId, descriptionsOf } from './descriptions.ts'

type Props = { content: Content; notes: readonly PlacedNote[] }

/**
 * What the blocks of the text name as their descriptions (`aria-describedby`): where notes start and end on them. It stands
 * outside of the text, so that the text's own DOM is never touched, and is drawn when there is time for it.
 */
export function BlockDescriptions({ content, notes }: Props) {
  const settled = useDeferredValue(notes, noNotes)
  const descriptions = useMemo(() => descriptionsOf(content, settled), [content, settled])
  return (
    <div hidden>
      {descriptions.map((description) => (
        <DescriptionText key={description.block} {...description} />
      ))}
    </div>
  )
}

const noNotes: readonly PlacedNote[] = []

const DescriptionText = memo(function DescriptionText({ block, text }: Description) {
  return <p id={descriptionId(block)}>{text}</p>
})
