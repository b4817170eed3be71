import type { ArticleId } from '../../src/model/ids.ts'
import { call, listen } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { applyEvent } from './events.ts'
import { loadLibraryState } from './incident-actions.ts'
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
    if (event.kind === 'open') return void openArticle(event.id)
    if (event.kind === 'problem') return problem(event.error)
    applyEvent(event)
  })
  // Not `pagehide`: what is sent then no longer reaches the main process (Electron 33, tried).
  window.addEventListener('beforeunload', () => void flushTyping())
  watchWidth()
  // The library's process starts with the first question, and would take its time from the first frame's.
  if (await showFirstPage()) await nextFrame()
  await Promise.all([loadSettings(), loadLibraryState(), reloadRows()])
  await openAsked()
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
  for (const error of result.value.failed) problem(error)
  const id = result.value.open.at(-1) ?? (await lastArticle())
  if (id !== null) await openArticle(id)
}

/** The article the window was left at; one that has been removed since is not worth a word. */
async function lastArticle(): Promise<ArticleId | null> {
  const { lastArticle: id } = getState().settings
  if (id === null) return null
  const found = await call('article.find', { idPrefix: id })
  return found.ok ? found.value.id : null
}
