import { call, listen } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { applyEvent } from './events.ts'
import { loadPage } from './list-actions.ts'
import { problem } from './messages.ts'
import { putSettings } from './settings-actions.ts'
import { getState } from './store.ts'
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
  window.addEventListener('pagehide', () => void flushTyping())
  watchWidth()
  await Promise.all([loadSettings(), loadPage()])
  await openAsked()
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
  const id = result.value.open.at(-1) ?? lastArticle()
  if (id !== null) await openArticle(id)
}

/** The article the window was left at, if the library still has it among its newest. */
function lastArticle() {
  const { rows, settings } = getState()
  return rows.some((row) => row.id === settings.lastArticle) ? settings.lastArticle : null
}
