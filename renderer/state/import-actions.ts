import type { ImportedFile } from '../../src/contract.ts'
import { ok, type Result } from '../../src/errors.ts'
import type { Facts } from '../../src/model/article.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { call } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { openComparison } from './comparison-actions.ts'
import { giveUpReading, letGo } from './import-basket.ts'
import {
  type Choice,
  type Choices,
  type ImportedCollection,
  type ImportedDraft,
  isDraft,
  isUnreadable,
  likelyChoice,
} from './import-choice.ts'
import { otherReadingsOf } from './import-rereading.ts'
import { reloadSoon } from './list-actions.ts'
import { problem, tell } from './messages.ts'
import { getState, setState } from './store.ts'

/** What the reader corrected of each draft, by its id. */
export type Corrections = Readonly<Record<string, Partial<Facts>>>

/** What became of a draft, and the article its words are in. */
type Settled = { kind: 'added' | 'version' | 'left out'; id: ArticleId }

/**
 * Saves every draft of the sheet, as it was chosen and with its corrections; what could not be saved stays, and so do
 * collections and an address that wait for their turn. The last is saved first, so that the list, which has the newest on
 * top, shows them in the order they were handed in.
 */
export async function saveImports(corrections: Corrections, choices: Choices): Promise<void> {
  const { imports } = getState()
  const done = new Set<ImportedFile>(imports.filter(isUnreadable))
  const settled: Settled[] = []
  for (const draft of imports.filter(isDraft).toReversed()) {
    const choice = choices[draft.draftId] ?? likelyChoice(draft)
    const result = await settle(draft, choice, corrections[draft.draftId] ?? {})
    if (!result.ok) {
      problem(result.error)
      continue
    }
    settled.unshift(result.value)
    done.add(draft)
  }
  const left = getState().imports.filter((imported) => !done.has(imported))
  setState({ imports: left, sheet: isAwaited(left) ? 'add' : null })
  reloadSoon()
  await showSettled(settled)
}

/** Closes the sheet and lets all that is in it go. */
export async function discardImports(): Promise<void> {
  giveUpReading()
  const { imports } = getState()
  const others = otherReadingsOf(imports.filter(isDraft))
  setState({ imports: [], otherReadings: {}, address: '', sheet: null })
  await letGo([...imports, ...others])
}

/** Lets one of several go; the sheet stays for the others. */
export async function leaveOut(one: ImportedDraft | ImportedCollection): Promise<void> {
  const imports = getState().imports.filter((imported) => imported !== one)
  setState({ imports })
  await letGo([one, ...(isDraft(one) ? otherReadingsOf([one]) : [])])
}

/** Whether there is something more to look over. */
function isAwaited(left: readonly ImportedFile[]): boolean {
  const { address, importProgress } = getState()
  return left.length > 0 || address !== '' || importProgress !== null
}

async function settle(draft: ImportedDraft, choice: Choice, facts: Partial<Facts>): Promise<Result<Settled>> {
  const others = otherReadingsOf([draft])
  if (choice.kind === 'same') {
    await letGo([draft, ...others])
    return ok({ kind: 'left out', id: choice.of })
  }
  const isVersion = choice.kind === 'version'
  const { draftId } = draft
  const result = await call('import.save', { draftId, facts, ...(isVersion && { versionOf: choice.of }) })
  if (!result.ok) return result
  await letGo(others)
  return ok({ kind: isVersion ? 'version' : 'added', id: result.value.id })
}

/** Opens the first article; where one version was added, that one's, with what became of its notes. */
async function showSettled(settled: readonly Settled[]): Promise<void> {
  const [first, second] = settled
  if (first === undefined) return
  if (second !== undefined) tell(sumUp(settled))
  else if (first.kind === 'left out') tell('Already in the library')
  const [version, another] = settled.filter(({ kind }) => kind === 'version')
  const isSheetFree = getState().sheet === null
  if (version !== undefined && another === undefined && isSheetFree) await openComparison(version.id)
  else await openArticle(first.id)
}

/** `3 added, 2 new versions, 1 left out` */
function sumUp(settled: readonly Settled[]): string {
  const countOf = (kind: Settled['kind']) => settled.filter((one) => one.kind === kind).length
  const [added, versions, leftOut] = [countOf('added'), countOf('version'), countOf('left out')]
  const parts = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(versions > 0 ? [`${versions} new ${versions === 1 ? 'version' : 'versions'}`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
  ]
  return parts.join(', ')
}
