import type { Direction } from '../../src/model/content.ts'
import type { PlacedNote } from '../../src/model/note.ts'
import { castShadow } from '../../src/text/shadow.ts'
import { confirmPlace, seekPlaces } from '../state/place-actions.ts'
import { useStore } from '../state/store.ts'
import { isNewest } from '../state/version-actions.ts'
import { Button } from '../ui/button.tsx'
import { Candidates } from './candidates.tsx'
import { focusCard } from './cards.ts'
import './card-place.css'

type Props = { placed: PlacedNote; isActive: boolean; direction: Direction }

/** What there is to say of a note's place; nothing of one whose words still stand in the text, be it elsewhere. */
export function CardPlace({ placed, isActive, direction }: Props) {
  const { note, anchor } = placed
  const text = useStore((state) => state.open?.content.text ?? '')
  const isNow = useStore((state) => state.open !== null && isNewest(state.open))
  const isAnswerable = isNow && isActive
  if (anchor === null || note.selector === null) return null
  if (anchor.kind === 'lost') return isAnswerable && <Candidates note={note} direction={direction} />
  const reads = text.slice(anchor.span.start, anchor.span.end)
  const isDoubtful = anchor.kind === 'moved' && anchor.isDoubtful
  if (!isDoubtful && isSame(reads, note.selector.exact)) return null
  return (
    <div className="card-place">
      {isNow && isDoubtful && <p className="card-doubt">Moved: please confirm</p>}
      <p className="card-reads">
        {isNow ? 'Now reads' : 'Here it reads'}: <q dir={direction}>{reads}</q>
      </p>
      {isAnswerable && (
        <div className="card-answers">
          <Button onClick={() => void confirm(placed)}>{isDoubtful ? 'Confirm' : 'Keep this wording'}</Button>
          {isDoubtful && (
            <Button kind="quiet" onClick={() => void seekPlaces(note.id)}>
              Not here
            </Button>
          )}
        </div>
      )}
      {isAnswerable && isDoubtful && <Candidates note={note} direction={direction} except={anchor.span} />}
    </div>
  )
}

/** But for quotation marks, dashes and the like, which are no other wording. */
function isSame(a: string, b: string): boolean {
  return a === b || castShadow(a).text === castShadow(b).text
}

async function confirm({ note }: PlacedNote): Promise<void> {
  await confirmPlace(note.id)
  focusCard(note.id)
}
