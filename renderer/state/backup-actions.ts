import { call } from '../call.ts'
import { canWrite } from './library-actions.ts'
import { reloadSoon } from './list-actions.ts'
import { problem, tell } from './messages.ts'
import type { Progress } from './state.ts'
import { getState, setState } from './store.ts'

/** Asks for a file and writes the whole library into it. */
export async function backUp(): Promise<void> {
  const result = await call('backup.save', {})
  setState({ progress: null })
  if (!result.ok) return problem(result.error)
  const { path, articles } = result.value
  if (path !== null) tell(`${counted(articles, 'article')} backed up to ${path}`)
}

/** Asks for a backup and shows what it would do to the library; nothing changes when the person thought better of it. */
export async function chooseBackup(): Promise<void> {
  if (!canWrite()) return
  const result = await call('restore.choose', {})
  setState({ progress: null })
  if (!result.ok) return problem(result.error)
  if (result.value !== null) setState({ restore: { plan: result.value, isMerging: false }, sheet: 'restore' })
}

/** Merges the backup that is shown into the library. */
export async function mergeBackup(): Promise<void> {
  const { restore } = getState()
  if (restore === null || restore.isMerging) return
  setState({ restore: { ...restore, isMerging: true } })
  const result = await call('restore.apply', { restoreId: restore.plan.restoreId })
  setState({ progress: null, restore: { ...restore, isMerging: false } })
  if (!result.ok) return problem(result.error)
  setState({ restore: null, sheet: null })
  reloadSoon()
  const { added, changed } = result.value
  tell(`Restored: ${counted(added, 'article')} added, ${counted(changed, 'article')} changed`)
}

/** Closes the sheet and lets the backup go; not while it is being merged. */
export async function discardBackup(): Promise<void> {
  const { restore } = getState()
  if (restore === null || restore.isMerging) return
  setState({ restore: null, sheet: null })
  const result = await call('restore.discard', { restoreId: restore.plan.restoreId })
  if (!result.ok) problem(result.error)
}

/** How far it is, whoever asked for it. */
export function putProgress({ task, done, total }: Progress): void {
  setState({ progress: done < total ? { task, done, total } : null })
}

function counted(number: number, word: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? word : `${word}s`}`
}
