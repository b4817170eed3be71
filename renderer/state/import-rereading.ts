import { call } from '../call.ts'
import { letGo } from './import-basket.ts'
import { type ImportedDraft, isDraft } from './import-choice.ts'
import { problem } from './messages.ts'
import { getState, setState } from './store.ts'

/** The two readers of web pages: what one misses, the other may find. */
const otherReader = { 'web-page': 'web-page-defuddle', 'web-page-defuddle': 'web-page' } as const

type Reader = keyof typeof otherReader

/** Which reader a page could be read with instead; null where what was read is no page. */
export function otherReaderOf(importer: string): Reader | null {
  return isReader(importer) ? otherReader[importer] : null
}

/** Reads a draft's page with the other reader. The new reading takes the place of the first, which stays at hand. */
export async function rereadDraft({ draftId, draft }: ImportedDraft): Promise<void> {
  const importer = otherReaderOf(draft.importer)
  if (importer === null) return
  const result = await call('import.reread', { draftId, importer })
  if (!result.ok) return problem(result.error)
  const reading = result.value
  if ('error' in reading) return problem(reading.error)
  if (!isDraft(reading)) return
  const isThere = getState().imports.some((imported) => isDraft(imported) && imported.draftId === draftId)
  if (isThere) exchange(draftId, reading)
  else await letGo([reading])
}

/** Takes the other reading of a draft instead. */
export function takeOtherReading(draftId: string): void {
  const other = getState().otherReadings[draftId]
  if (other !== undefined) exchange(draftId, other)
}

/** The other readings of these drafts, which go when they go. */
export function otherReadingsOf(drafts: readonly ImportedDraft[]): ImportedDraft[] {
  const { otherReadings } = getState()
  return drafts.flatMap(({ draftId }) => otherReadings[draftId] ?? [])
}

function exchange(draftId: string, reading: ImportedDraft): void {
  const { imports, otherReadings } = getState()
  const index = imports.findIndex((imported) => isDraft(imported) && imported.draftId === draftId)
  const before = imports[index]
  if (before === undefined || !isDraft(before)) return
  const { [draftId]: _gone, ...others } = otherReadings
  setState({
    imports: imports.with(index, reading),
    otherReadings: { ...others, [reading.draftId]: before },
  })
}

function isReader(importer: string): importer is Reader {
  return Object.hasOwn(otherReader, importer)
}
