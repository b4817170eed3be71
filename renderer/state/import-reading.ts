import type { ImportedFile } from '../../src/contract.ts'
import { call } from '../call.ts'
import { followLists } from './feed-actions.ts'
import { addImports, begin, letGo } from './import-basket.ts'
import { handIn } from './import-hand.ts'
import { canWrite } from './library-actions.ts'
import { problem } from './messages.ts'
import { setState } from './store.ts'

/** Asks for files; nothing changes when the person thought better of it. */
export async function chooseFiles(): Promise<void> {
  if (!canWrite()) return
  const result = await call('import.choose', {})
  if (!result.ok) return problem(result.error)
  if (result.value.length > 0) addImports(result.value)
}

/** Reads dropped files, one after the other, into the adding sheet. */
export async function readFiles(files: readonly File[]): Promise<void> {
  const lists = await Promise.all(files.map(isFeedList))
  await followLists(files.filter((_, index) => lists[index]))
  const stories = files.filter((_, index) => !lists[index])
  await read(stories.map((file) => ({ file, otherwise: null })))
}

/** As far as a list of feeds (OPML) stands behind its prolog and a comment or two. */
const headBytes = 2000

/** Feeds are followed, not added as stories: no program writes OPML for anything else that people exchange. */
async function isFeedList(file: File): Promise<boolean> {
  const head = await file
    .slice(0, headBytes)
    .text()
    .catch(() => '') // what can't be read is told when it is read
  return /^[^<]*(?:<[?!][^>]*>\s*)*<opml[\s>]/i.test(head)
}

/** Reads pasted text into the adding sheet. */
export async function readText(text: string): Promise<void> {
  if (text.trim() !== '') await readFiles([textFile(text)])
}

/** Reads what was copied from a page: where no story is found in its markup, the same as plain text. */
export async function readPage(html: string, text: string): Promise<void> {
  const file = new File([html], 'Pasted page.html', { type: 'text/html' })
  await read([{ file, otherwise: text.trim() === '' ? null : textFile(text) }])
}

type Source = { file: File; otherwise: File | null }

async function read(sources: readonly Source[]): Promise<void> {
  if (sources.length === 0 || !canWrite()) return
  const isWanted = begin()
  setState({ sheet: 'add' })
  for (const [done, { file, otherwise }] of sources.entries()) {
    setState({ importProgress: progressText(file, done + 1, sources.length) })
    const imported = await readFile(file, isWanted)
    const isOther = 'error' in imported && otherwise !== null && isWanted()
    const settled = isOther ? await readFile(otherwise, isWanted) : imported
    if (!isWanted()) return letGo([settled])
    addImports([settled])
  }
  setState({ importProgress: null })
}

function progressText({ name }: File, number: number, of: number): string {
  return of === 1 ? `Reading ${name}…` : `Reading ${number} of ${of}: ${name}…`
}

async function readFile(file: File, isWanted: () => boolean): Promise<ImportedFile> {
  const { name } = file
  const handed = await handIn(file, isWanted)
  if (!handed.ok) return { name, error: handed.error }
  // Given up halfway: there is nothing to read, and nobody is told.
  if (handed.value === null) return { name, error: { code: 'draft-gone' } }
  const modified = new Date(file.lastModified).toISOString()
  const result = await call('import.read', { name, transferId: handed.value, modified })
  return result.ok ? result.value : { name, error: result.error }
}

function textFile(text: string): File {
  return new File([text], 'Pasted text.txt', { type: 'text/plain' })
}
