import type { ImportedFile } from '../../src/contract.ts'
import { call } from '../call.ts'
import { isCollection, isDraft } from './import-choice.ts'
import { problem } from './messages.ts'
import { getState, setState } from './store.ts'

/** Raised when the sheet is given up, so that answers which come late are let go. */
let givenUp = 0

/** Answers a question to be asked after each wait: is what was begun here still wanted? */
export function begin(): () => boolean {
  const mine = givenUp
  return () => mine === givenUp
}

/** Gives up whatever is being read. */
export function giveUpReading(): void {
  givenUp += 1
  setState({ importProgress: null })
}

/** Puts what was read into the adding sheet. */
export function addImports(more: readonly ImportedFile[]): void {
  setState({ imports: [...getState().imports, ...more], sheet: 'add' })
}

/** Tells the library that these are not wanted any more. */
export async function letGo(imports: readonly ImportedFile[]): Promise<void> {
  const ids = imports.flatMap((imported) => {
    if (isDraft(imported)) return [imported.draftId]
    return isCollection(imported) ? [imported.collectionId] : []
  })
  if (ids.length === 0) return
  const result = await call('import.discard', { ids })
  if (!result.ok) problem(result.error)
}
