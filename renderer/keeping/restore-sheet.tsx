import type { ReactNode } from 'react'
import type { RestoreItem, RestorePlan } from '../../src/contract.ts'
import { discardBackup, mergeBackup } from '../state/backup-actions.ts'
import { useStore } from '../state/store.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { count } from '../ui/formats.ts'
import { Late } from '../ui/late.tsx'
import { ProgressLine } from '../ui/progress-line.tsx'
import './keeping.css'

/** A merge that is over sooner is not worth a line that comes and goes. */
const patienceMs = 1000

/** What a backup would do to the library, before it does it. */
export function RestoreSheet({ children }: { children: ReactNode }) {
  const restore = useStore((state) => state.restore)
  const discard = () => void discardBackup()
  return (
    <Dialog label="Restore from backup" className="keeping" onDismiss={discard}>
      <DialogHeader title="Restore from backup" about={restore?.plan.name} onClose={discard} />
      {restore !== null && (
        <>
          <Plan plan={restore.plan} />
          <RestoreFooter plan={restore.plan} isMerging={restore.isMerging} onCancel={discard} />
        </>
      )}
      {children}
    </Dialog>
  )
}

type Effect = RestoreItem['effect']

/** What each effect does, in the order of what the person wants to know first. */
const effects: ReadonlyArray<{ effect: Effect; name: string; about: string }> = [
  { effect: 'added', name: 'Added', about: 'not in the library now' },
  { effect: 'changed', name: 'Changed', about: 'the backup knows more' },
  { effect: 'conflict', name: 'In conflict', about: 'both texts are kept' },
  { effect: 'same', name: 'The same', about: 'nothing to do' },
]

function Plan({ plan }: { plan: RestorePlan }) {
  const { counts, items, skipped } = plan
  return (
    <div className="keeping-body" tabIndex={0} data-first role="region" aria-label="What the backup would do">
      <dl className="plan-counts">
        {effects.map(({ effect, name, about }) => (
          <div key={effect} data-effect={effect}>
            <dt>
              {name} <small>{about}</small>
            </dt>
            <dd>{count(counts[effect], null)}</dd>
          </div>
        ))}
      </dl>
      {effects.map(({ effect, name }) => (
        <Items
          key={effect}
          name={name}
          items={items.filter((item) => item.effect === effect)}
          total={counts[effect]}
        />
      ))}
      {skipped.length > 0 && <Skipped skipped={skipped} />}
    </div>
  )
}

type ItemsProps = { name: string; items: readonly RestoreItem[]; total: number }

function Items({ name, items, total }: ItemsProps) {
  if (items.length === 0) return null
  return (
    <section className="keeping-group" aria-label={name}>
      <h3>{name}</h3>
      <ul className="plan-items">
        {items.map(({ id, title }) => (
          <li key={id} dir="auto">
            {title}
          </li>
        ))}
      </ul>
      {total > items.length && <p className="keeping-about">and {count(total - items.length, null)} more</p>}
    </section>
  )
}

function Skipped({ skipped }: Pick<RestorePlan, 'skipped'>) {
  return (
    <section className="keeping-group" aria-labelledby="left-out">
      <h3 id="left-out">Left out</h3>
      <ul className="plan-items">
        {skipped.map(({ name, reason }) => (
          <li key={name}>
            <bdi>{name}</bdi> <span className="keeping-about">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type FooterProps = { plan: RestorePlan; isMerging: boolean; onCancel: () => void }

function RestoreFooter({ plan: { counts }, isMerging, onCancel }: FooterProps) {
  const progress = useStore((state) => state.progress)
  const isOfUse = counts.added + counts.changed + counts.conflict > 0
  return (
    <footer className="dialog-footer">
      <div className="about">
        {isMerging && (
          <Late afterMs={patienceMs}>
            <ProgressLine label="Merging" done={progress?.done ?? 0} total={progress?.total ?? 0} />
          </Late>
        )}
        {!isMerging &&
          (isOfUse
            ? 'Nothing in the library is replaced or removed by it.'
            : 'All that is in this backup is in the library already.')}
      </div>
      <Button disabled={isMerging} onClick={onCancel}>
        {isOfUse ? 'Cancel' : 'Close'}
      </Button>
      {isOfUse && (
        <Button kind="primary" disabled={isMerging} onClick={() => void mergeBackup()}>
          Merge into library
        </Button>
      )}
    </footer>
  )
}
