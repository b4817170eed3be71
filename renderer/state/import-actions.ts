import type { ImportedFile } from '../../src/contract.ts'
import { ok, type Result } from '../../src/errors.ts'
import { type Facts, maxSourceBytes } from '../../src/model/article.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { call } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { openComparison } from './comparison-actions.ts'
import { type Choice, type Choices, type ImportedDraft, isDraft, likelyChoice } from './import-choice.ts'
import { canWrite } from './library-actions.ts'
import { reloadSoon } from './list-actions.ts'
import { problem, tell } from './messages.ts'
import { getState, setState } from './store.ts'

/** What the reader corrected of each draft, by its id. */
export type Corrections = Readonly<Record<string, Partial<Facts>>>

/** Raised when the reading of files is given up, so that late answers are let go. */
let reading = 0

/** Asks for files; nothing changes when the person thought better of it. */
export async function chooseFiles(): Promise<void> {
  if (!canWrite()) return
  const result = await call('import.choose', {})
  if (!result.ok) return problem(result.error)
  if (result.value.length > 0) addImports(result.value)
}

/** Reads dropped files, one after the other, into the adding sheet. */
export async function readFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0 || !canWrite()) return
  const mine = (reading += 1)
  setState({ sheet: 'add' })
  for (const [done, file] of files.entries()) {
    setState({ importProgress: { done, total: files.length } })
    const imported = await readFile(file)
    if (mine !== reading) return discard([imported])
    addImports([imported])
  }
  setState({ importProgress: null })
}

/** Reads pasted text into the adding sheet. */
export async function readText(text: string): Promise<void> {
  if (text.trim() === '') return
  await readFiles([new File([text], 'Pasted text.txt', { type: 'text/plain' })])
}

/** What became of a draft, and the article its words are in. */
type Settled = { kind: 'added' | 'version' | 'left out'; id: ArticleId }

/**
 * Saves every draft of the sheet, as it was chosen and with its corrections; what could not be saved stays. The last is
 * saved first, so that the list, which has the newest on top, shows them in the order they were handed in.
 */
export async function saveImports(corrections: Corrections, choices: Choices): Promise<void> {
  const left: ImportedFile[] = []
  const settled: Settled[] = []
  for (const draft of getState().imports.filter(isDraft).toReversed()) {
    const choice = choices[draft.draftId] ?? likelyChoice(draft)
    const result = await settle(draft, choice, corrections[draft.draftId] ?? {})
    if (result.ok) settled.unshift(result.value)
    else left.unshift(draft)
    if (!result.ok) problem(result.error)
  }
  setState({ imports: left, sheet: left.length > 0 ? 'add' : null })
  reloadSoon()
  await showSettled(settled)
}

/** Closes the sheet and lets its drafts go. */
export async function discardImports(): Promise<void> {
  reading += 1
  const { imports } = getState()
  setState({ imports: [], importProgress: null, sheet: null })
  await discard(imports)
}

/** Lets one draft of several go. */
export async function leaveOut(draftId: string): Promise<void> {
  const isIt = (imported: ImportedFile) => isDraft(imported) && imported.draftId === draftId
  const { imports } = getState()
  setState({ imports: imports.filter((imported) => !isIt(imported)) })
  await discard(imports.filter(isIt))
}

async function settle(draft: ImportedDraft, choice: Choice, facts: Partial<Facts>): Promise<Result<Settled>> {
  if (choice.kind === 'same') {
    await discard([draft])
    return ok({ kind: 'left out', id: choice.of })
  }
  const isVersion = choice.kind === 'version'
  const { draftId } = draft
  const result = await call('import.save', { draftId, facts, ...(isVersion && { versionOf: choice.of }) })
  return result.ok ? ok({ kind: isVersion ? 'version' : 'added', id: result.value.id }) : result
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

function addImports(more: readonly ImportedFile[]): void {
  setState({ imports: [...getState().imports, ...more], sheet: 'add' })
}

async function discard(imports: readonly ImportedFile[]): Promise<void> {
  const draftIds = imports.filter(isDraft).map(({ draftId }) => draftId)
  if (draftIds.length === 0) return
  const result = await call('import.discard', { draftIds })
  if (!result.ok) problem(result.error)
}

async function readFile(file: File): Promise<ImportedFile> {
  const { name, size } = file
  if (size > maxSourceBytes) {
    return { name, error: { code: 'file-too-large', name, bytes: size, maxBytes: maxSourceBytes } }
  }
  const data = await base64(file)
  if (data === null) return { name, error: { code: 'file-unreadable', name, reason: 'it is gone or locked' } }
  const modified = new Date(file.lastModified).toISOString()
  const result = await call('import.read', { name, data, modified })
  return result.ok ? result.value : { name, error: result.error }
}

/** Null when the file cannot be read any more. */
async function base64(file: File): Promise<string | null> {
  const reader = new FileReader()
  return new Promise((resolve) => {
    reader.onerror = () => resolve(null)
    // A data URL: what stands after the comma is the base64.
    reader.onload = () =>
      resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : null)
    reader.readAsDataURL(file)
  })
}
