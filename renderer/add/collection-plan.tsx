import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { discardImports, leaveOut } from '../state/import-actions.ts'
import type { ImportedCollection } from '../state/import-choice.ts'
import { startIntake } from '../state/intake-actions.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { capitalised, count } from '../ui/formats.ts'
import './collection-plan.css'
import { CollectionItems } from './collection-items.tsx'
import { LeftOver } from './left-over.tsx'
import { PlanFacts } from './plan-facts.tsx'
import { PlanOptions } from './plan-options.tsx'

type Props = {
  collection: ImportedCollection
  /** How many more collections are looked over after this one. */
  waiting: number
  /** What could not be read of the files handed in. */
  failed: ReactNode
  onCancel: () => void
}

/** A dry run: what a collection would bring in, which of it is wanted, and how. */
export function CollectionPlan({ collection, waiting, failed, onCancel }: Props) {
  const { name, plan } = collection
  const keepsPictures = useStore((state) => state.settings.keepsPictures)
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set())
  const [options, setOptions] = useState({ loadsPages: false, keepsPictures })
  const [isStarting, setStarting] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (form.current !== null) focusFirst(form.current)
  }, [])
  const chosen = plan.items - leftOut.size
  const isNews = plan.effects.new + plan.effects.more > 0
  // Of what is there already, the pages may still be wanted.
  const canStart = isNews || options.loadsPages

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isStarting) return
    setStarting(true)
    await startIntake(collection, options, leftOut.size === 0 ? undefined : othersThan(leftOut, plan.items))
    setStarting(false)
  }

  function settle() {
    return waiting > 0 ? leaveOut(collection) : discardImports()
  }

  return (
    <form ref={form} className="add-form" onSubmit={(event) => void onSubmit(event)}>
      <header className="dialog-header">
        <h2>{capitalised(plan.label)}</h2>
        <span className="about" dir="auto">
          {name}
          {waiting > 0 && ` · ${count(waiting, null)} more to look over after it`}
        </span>
      </header>
      {failed}
      <PlanFacts plan={plan} />
      <CollectionItems collection={collection} leftOut={leftOut} onLeaveOut={setLeftOut} />
      <LeftOver skipped={plan.skipped} unplaced={plan.unplaced} />
      {(isNews || plan.withoutText > 0) && (
        <PlanOptions plan={plan} options={options} onChange={setOptions} />
      )}
      <footer className="dialog-footer">
        <span className="about" role="status">
          {isNews ? chosenText(chosen, plan.items) : 'All of it is in the library already.'}
        </span>
        {waiting > 0 && (
          <Button kind="quiet" onClick={() => void leaveOut(collection)}>
            Leave this one out
          </Button>
        )}
        {canStart ? (
          <>
            <Button onClick={onCancel}>Cancel</Button>
            <Button kind="primary" type="submit" data-first="" disabled={isStarting || chosen === 0}>
              Start
            </Button>
          </>
        ) : (
          <Button kind="primary" data-first="" onClick={() => void settle()}>
            Done
          </Button>
        )}
      </footer>
    </form>
  )
}

function chosenText(chosen: number, items: number): string {
  if (chosen === items) return items === 1 ? '1 item is chosen' : `All ${count(items, null)} are chosen`
  return `${count(chosen, null)} of ${count(items, null)} ${chosen === 1 ? 'is' : 'are'} chosen`
}

function othersThan(leftOut: ReadonlySet<number>, items: number): number[] {
  return Array.from({ length: items }, (_, index) => index).filter((index) => !leftOut.has(index))
}
