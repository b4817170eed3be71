import { Check, FolderOpen } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import type { Incident } from '../../src/model/incident.ts'
import { answerManyGone, dismissIncidents, revealFile } from '../state/incident-actions.ts'
import { incidentText } from '../state/incident-text.ts'
import { useStore } from '../state/store.ts'
import { closeSheet } from '../state/view-actions.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DialogHeader } from '../ui/dialog-header.tsx'
import { dateAndTime } from '../ui/formats.ts'
import { focusNear } from './focus-near.ts'
import './keeping.css'

/** What happened to the library's files, newest first, until it is put away. */
export function IncidentsSheet({ children }: { children: ReactNode }) {
  const incidents = useStore((state) => state.incidents)
  // A question is answered, not put away.
  const told = incidents?.filter(({ kind }) => kind !== 'many-gone') ?? []
  return (
    <Dialog label="What happened" className="keeping" onDismiss={closeSheet} onPressOutside={closeSheet}>
      <DialogHeader title="What happened" onClose={closeSheet} />
      <div className="keeping-body" tabIndex={0} data-first role="region" aria-label="What happened">
        {incidents?.length === 0 && (
          <p className="keeping-hint">Nothing happened to the library’s files that you should know of.</p>
        )}
        <ul className="keeping-list">
          {incidents?.map((incident) => (
            <IncidentItem key={incident.id} incident={incident} />
          ))}
        </ul>
      </div>
      {told.length > 1 && (
        <footer className="dialog-footer">
          <span className="about">Putting away only takes it from this list; no file is touched.</span>
          <Button onClick={() => void dismissIncidents(told.map(({ id }) => id))}>Put all away</Button>
        </footer>
      )}
      {children}
    </Dialog>
  )
}

function IncidentItem({ incident }: { incident: Incident }) {
  const { what, done, toDo } = incidentText(incident)
  return (
    <li className="incident">
      <p className="keeping-about">
        <time dateTime={incident.at}>{dateAndTime(incident.at)}</time>
      </p>
      <h3>{what}</h3>
      {incident.kind !== 'many-gone' && <p className="incident-path">{incident.path}</p>}
      <p>{done}</p>
      {toDo !== null && <p>{toDo}</p>}
      <IncidentButtons incident={incident} />
    </li>
  )
}

function IncidentButtons({ incident }: { incident: Incident }) {
  const { id, kind } = incident
  const kept = 'kept' in incident ? incident.kept : null

  function act({ currentTarget }: MouseEvent<HTMLElement>, work: Promise<void>) {
    void work.then(focusNear(currentTarget, '.incident-last'))
  }

  if (kind === 'many-gone') {
    return (
      <div className="incident-buttons">
        <Button kind="primary" onClick={(event) => act(event, answerManyGone(id, false))}>
          Look again
        </Button>
        <Button className="incident-last" onClick={(event) => act(event, answerManyGone(id, true))}>
          They were removed on purpose
        </Button>
      </div>
    )
  }
  return (
    <div className="incident-buttons">
      {kept !== null && (
        <Button onClick={() => void revealFile(kept)}>
          <FolderOpen aria-hidden />
          Show the damaged file
        </Button>
      )}
      <Button kind="quiet" className="incident-last" onClick={(event) => act(event, dismissIncidents([id]))}>
        <Check aria-hidden />
        Put away
      </Button>
    </div>
  )
}
