import type { CollectionPlan } from '../../src/model/collection.ts'
import { count } from '../ui/formats.ts'

/** What a collection would come to, in numbers: `1,204 items · 1,180 new · 24 already here`. */
export function PlanFacts({ plan: { items, effects, notes, withoutText } }: { plan: CollectionPlan }) {
  const facts = [
    { number: items, text: items === 1 ? 'item' : 'items' },
    { number: effects.new, text: 'new' },
    { number: effects.more, text: `already here and would get more` },
    { number: effects.same, text: 'already here' },
    { number: notes, text: notes === 1 ? 'note comes along' : 'notes come along' },
    {
      number: withoutText,
      text: withoutText === 1 ? 'is an address without a text' : 'are addresses without a text',
    },
  ]
  return (
    <ul className="plan-facts">
      {facts.map(
        ({ number, text }, index) =>
          (number > 0 || index === 0) && (
            <li key={text}>
              <b>{count(number, null)}</b> {text}
            </li>
          ),
      )}
    </ul>
  )
}
