import type { Arrivals } from '../../src/contract.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import { call, listen } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { applyEvent } from './events.ts'
import { offerAddress } from './import-address.ts'
import { addImports } from './import-basket.ts'
import { loadLibraryState } from './incident-actions.ts'
import { loadIntakes } from './intake-actions.ts'
import { reloadRows } from './list-actions.ts'
import { problem } from './messages.ts'
import { noPages, withPage } from './pages.ts'
import { putSettings } from './settings-actions.ts'
import { getState, setState } from './store.ts'
import { flushTyping } from './typing-actions.ts'
import { watchWidth } from './view-actions.ts'

/** Fills the window: settings and the first page together, then the article it was left at or was asked to open. */
export async function start(): Promise<void> {
  listen((event) => {
    if (event.kind === 'menu') return
    if (event.kind === 'arrived') return void takeArrivals(event.arrivals)
    applyEvent(event)
  })
  // Not `pagehide`: what is sent then no longer reaches the main process (Electron 33, tried).
  window.addEventListener('beforeunload', () => void flushTyping())
  watchWidth()
  // The library's process starts with the first question, and would take its time from the first frame's.
  if (await showFirstPage()) await nextFrame()
  await Promise.all([loadSettings(), loadLibraryState(), reloadRows()])
  await Promise.all([openAsked(), loadIntakes()])
}

/** What the window showed last, until the library answers; false where nothing is known of it. */
async function showFirstPage(): Promise<boolean> {
  const result = await call('window.firstPage', {})
  if (!result.ok || result.value === null) return false
  const { rows, total, settings } = result.value
  setState({ settings, list: withPage(noPages, 0, { rows, total, next: null, shown: 0 }) })
  return true
}

/** Until what was set has been painted; a window that is not drawn does not keep anyone waiting. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
    setTimeout(resolve, 200)
  })
}

async function loadSettings(): Promise<void> {
  const result = await call('settings.get', {})
  if (!result.ok) return problem(result.error)
  putSettings(result.value)
}

async function openAsked(): Promise<void> {
  const result = await call('window.ready', {})
  if (!result.ok) return problem(result.error)
  await takeArrivals(result.value)
  const id = result.value.open.length > 0 ? null : await lastArticle()
  if (id !== null) await openArticle(id)
}

/** What the app was asked to open: stories are there already, collections are looked over, addresses wait for a yes. */
async function takeArrivals({ open, failed, collections, addresses }: Arrivals): Promise<void> {
  for (const error of failed) problem(error)
  if (collections.length > 0) addImports(collections)
  const [address] = addresses
  if (address !== undefined) offerAddress(address)
  const id = open.at(-1)
  if (id !== undefined) await openArticle(id)
}

/** The article the window was left at; one that has been removed since is not worth a word. */
async function lastArticle(): Promise<ArticleId | null> {
  const { lastArticle: id } = getState().settings
  if (id === null) return null
  const found = await call('article.find', { idPrefix: id })
  return found.ok ? found.value.id : null
}
