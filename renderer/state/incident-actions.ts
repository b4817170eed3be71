import type { LibraryState } from '../../src/contract.ts'
import { call } from '../call.ts'
import { problem, tell } from './messages.ts'
import { getState, setState } from './store.ts'

/** How the library is to be had, at the start: what happened before is shown in the rail only. */
export async function loadLibraryState(): Promise<void> {
  const result = await call('library.state', {})
  if (!result.ok) return problem(result.error)
  setState({ library: result.value })
}

/** The same whenever it changes; what has just happened is said. */
export function putLibraryState(library: LibraryState): void {
  const known = getState().library.incidents
  setState({ library })
  if (library.incidents === known) return
  if (library.incidents > known) tell('Something happened to a file of the library', { sheet: 'incidents' })
  if (getState().sheet === 'incidents') void loadIncidents()
}

export async function openIncidents(): Promise<void> {
  const toasts = getState().toasts.filter((toast) => toast.sheet !== 'incidents') // what they announce is here now
  setState({ sheet: 'incidents', incidents: null, toasts })
  await loadIncidents()
}

/** Puts these away: they have been read. */
export async function dismissIncidents(ids: readonly string[]): Promise<void> {
  await answered(await call('incident.dismiss', { ids: [...ids] }))
}

/** Answers the question whether many articles were removed on purpose. */
export async function answerManyGone(id: string, isOnPurpose: boolean): Promise<void> {
  await answered(await call('incident.answer', { id, isOnPurpose }))
}

/** Shows a file of the library in the system's file manager; `path` as an incident gives it. */
export async function revealFile(path: string): Promise<void> {
  const result = await call('library.reveal', { path })
  if (!result.ok) problem(result.error)
}

async function answered(
  result: Awaited<ReturnType<typeof call<'incident.dismiss' | 'incident.answer'>>>,
): Promise<void> {
  if (!result.ok) return problem(result.error)
  await loadIncidents()
}

async function loadIncidents(): Promise<void> {
  const result = await call('incident.list', {})
  if (!result.ok) return problem(result.error)
  const { incidents } = result.value
  setState({ incidents, library: { ...getState().library, incidents: incidents.length } })
}
