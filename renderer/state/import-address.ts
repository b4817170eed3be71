import { call } from '../call.ts'
import { addImports, begin, letGo } from './import-basket.ts'
import { isUnreadable } from './import-choice.ts'
import { canWrite } from './library-actions.ts'
import { getState, setState } from './store.ts'

/** The one web address that a text is; null where it is anything else. */
export function addressOf(text: string): string | null {
  const address = text.trim()
  return /^https?:\/\/\S+$/i.test(address) && URL.canParse(address) ? address : null
}

/** Puts an address into the adding sheet's field. Nothing is loaded before the person says so. */
export function offerAddress(address: string): void {
  if (canWrite()) setState({ sheet: 'add', address })
}

export function typeAddress(address: string): void {
  setState({ address })
}

/** Loads what is at the address in the field, and reads it as if it had been handed in. */
export async function loadAddress(): Promise<void> {
  const url = completed(getState().address)
  if (url === null || !canWrite()) return
  const isWanted = begin()
  // What went wrong with the address before is no news any more.
  const imports = getState().imports.filter((imported) => !isUnreadable(imported))
  setState({ imports, importProgress: `Loading ${hostOf(url)}…` })
  const result = await call('import.load', { url })
  if (!isWanted()) return result.ok ? letGo([result.value]) : undefined
  const isRead = result.ok && !isUnreadable(result.value)
  setState({ importProgress: null, ...(isRead && { address: '' }) })
  addImports([result.ok ? result.value : { name: url, error: result.error }])
}

/** The host of an address, for a person; the address itself where it has none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url
}

/** As people write addresses: `example.org/a` means https. Null where nothing is written. */
function completed(typed: string): string | null {
  const address = typed.trim()
  if (address === '') return null
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/]+:\d/.test(address) ? address : `https://${address}`
}
