import type { IntakeOptions, IntakeProgress } from '../../src/model/collection.ts'
import { call } from '../call.ts'
import type { ImportedCollection } from './import-choice.ts'
import { type Intake, withSample } from './intake-pace.ts'
import { canWrite } from './library-actions.ts'
import { reloadSoon } from './list-actions.ts'
import { announce, problem } from './messages.ts'
import { getState, setState } from './store.ts'

/** What an earlier run of Lectern left unfinished, and what goes on: asked for at the start. */
export async function loadIntakes(): Promise<void> {
  const result = await call('intake.list', {})
  if (!result.ok) return problem(result.error)
  for (const progress of result.value.intakes) putIntake(progress)
}

/** Begins to take in a collection of the adding sheet, or of it the items of these indices. */
export async function startIntake(
  collection: ImportedCollection,
  options: IntakeOptions,
  indices?: readonly number[],
): Promise<void> {
  const { collectionId } = collection
  const chosen = indices === undefined ? {} : { indices: [...indices] }
  const result = await call('intake.start', { collectionId, options, ...chosen })
  if (!result.ok) return problem(result.error)
  const { id } = result.value
  if (intakeOf(id) === undefined) putIntake(result.value)
  const imports = getState().imports.filter((imported) => imported !== collection)
  setState({ imports })
  if (imports.length === 0) await showIntake(id)
}

/** Takes over how far one is, whoever asked for it. */
export function putIntake(progress: IntakeProgress): void {
  const { id, state, done } = progress
  const before = intakeOf(id)
  const isRunning = state === 'running'
  const samples = isRunning ? withSample(before?.samples ?? [], { at: performance.now(), done }) : []
  put({ progress, samples, report: isRunning ? null : (before?.report ?? null) })
  if (before?.progress.state !== 'running' || isRunning) return
  announce(`${progress.name}: ${doneText(progress)}`)
  reloadSoon()
  if (getState().sheet === 'intake' && getState().shownIntake === id) void loadReport(id)
}

/** Opens the sheet on one: the one named, else one that is running, else the last. */
export async function showIntake(id?: string): Promise<void> {
  const { intakes } = getState()
  const shown =
    intakes.find(({ progress }) => progress.id === id) ??
    intakes.findLast(({ progress }) => progress.state === 'running') ??
    intakes.at(-1)
  if (shown === undefined) return
  setState({ sheet: 'intake', shownIntake: shown.progress.id })
  if (shown.progress.state !== 'running') await loadReport(shown.progress.id)
}

/** Ends it after the article that is being written. */
export async function cancelIntake(id: string): Promise<void> {
  await ask('intake.cancel', id)
}

/** Goes on with one that was stopped; of one that ended, tries the items again that failed. */
export async function resumeIntake(id: string): Promise<void> {
  if (canWrite()) await ask('intake.resume', id)
}

/** Puts one away for good, and its report; the sheet closes when it shows no other. */
export async function forgetIntake(id: string): Promise<void> {
  const result = await call('intake.forget', { id })
  if (!result.ok) return problem(result.error)
  const { sheet, shownIntake } = getState()
  const intakes = getState().intakes.filter(({ progress }) => progress.id !== id)
  setState({ intakes, ...(sheet === 'intake' && shownIntake === id && { sheet: null, shownIntake: null }) })
}

/** `1,180 added, 12 got more, 24 already there` */
export function doneText({ added, extended, same, failed }: IntakeProgress): string {
  const parts = [
    `${counted(added)} added`,
    ...(extended > 0 ? [`${counted(extended)} got more`] : []),
    ...(same > 0 ? [`${counted(same)} already there`] : []),
    ...(failed > 0 ? [`${counted(failed)} failed`] : []),
  ]
  return parts.join(', ')
}

async function loadReport(id: string): Promise<void> {
  const result = await call('intake.report', { id })
  const intake = intakeOf(id)
  if (intake === undefined || intake.progress.state === 'running') return
  if (result.ok) put({ ...intake, report: result.value })
  else problem(result.error)
}

/** News that came before the answer are newer than the answer. */
async function ask(method: 'intake.cancel' | 'intake.resume', id: string): Promise<void> {
  const before = intakeOf(id)?.progress
  const result = await call(method, { id })
  if (!result.ok) return problem(result.error)
  if (intakeOf(id)?.progress === before) putIntake(result.value)
}

function put(intake: Intake): void {
  const { intakes } = getState()
  const index = intakes.findIndex(({ progress }) => progress.id === intake.progress.id)
  setState({ intakes: index < 0 ? [...intakes, intake] : intakes.with(index, intake) })
}

function intakeOf(id: string): Intake | undefined {
  return getState().intakes.find(({ progress }) => progress.id === id)
}

function counted(number: number): string {
  return number.toLocaleString('en')
}
