import type { AppError, Result } from '../../src/errors.ts'
import { fail, ok } from '../../src/errors.ts'
import type { ArticleId, NoteId } from '../../src/model/ids.ts'
import type { NoteChange } from '../../src/model/note.ts'
import { call } from '../call.ts'
import { openArticle } from './article-actions.ts'
import { forget, type NoteChanges, stepBack, stepForth, type Step } from './history.ts'
import { dropRow, reloadSoon } from './list-actions.ts'
import { announce, dismissToast, problem } from './messages.ts'
import { applyChanges } from './batch-actions.ts'
import { followAgain, markEntries, unfollow } from './feed-calls.ts'
import { dropNote, putNote } from './note-actions.ts'
import { getState, setState } from './store.ts'
import { flushTyping } from './typing-actions.ts'

/** One at a time: a second Ctrl+Z waits for the first, so that each takes back a step of its own. */
let running: Promise<void> = Promise.resolve()

export function undo(): Promise<void> {
  return inTurn(async () => {
    const step = getState().history.past.at(-1)
    if (step === undefined) return announce('Nothing to undo')
    await takeBack(step)
  })
}

export function redo(): Promise<void> {
  return inTurn(async () => {
    const step = getState().history.future.at(-1)
    if (step === undefined) return announce('Nothing to redo')
    const result = await doAgain(step)
    if (!result.ok) return giveUp(step, result.error)
    setState({ history: stepForth(getState().history, step) })
    announce('Done again')
  })
}

/** Takes back this very step, whatever was done since: the Undo of a toast. */
export function undoStep(step: Step): Promise<void> {
  return inTurn(async () => {
    if (getState().history.past.includes(step)) await takeBack(step)
  })
}

function inTurn(work: () => Promise<void>): Promise<void> {
  running = running.then(flushTyping).then(work)
  return running
}

async function takeBack(step: Step): Promise<void> {
  const result = await inverse(step)
  if (!result.ok) return giveUp(step, result.error)
  setState({ history: stepBack(getState().history, step) })
  for (const toast of getState().toasts) if (toast.step === step) dismissToast(toast.id)
  announce('Undone')
}

async function inverse(step: Step): Promise<Result<void>> {
  switch (step.kind) {
    case 'note-added':
    case 'note-restored':
      return removeNote(step.articleId, step.id)
    case 'note-removed':
      return restoreNote(step.articleId, step.id)
    case 'note-edited':
      return changeNote(step.articleId, step.id, step.before)
    case 'notes-edited':
      return changeNotes(step.articleId, step.before)
    case 'note-chosen':
      return keepBodies(step, step.before)
    case 'article-removed':
      return restoreArticle(step.id)
    case 'article-restored':
      return removeArticle(step.id)
    case 'entries-put-away':
      return markEntries(step.ids, { isSeen: false })
    case 'feed-removed':
      return followAgain(step.id)
  }
}

async function doAgain(step: Step): Promise<Result<void>> {
  switch (step.kind) {
    case 'note-added':
    case 'note-restored':
      return restoreNote(step.articleId, step.id)
    case 'note-removed':
      return removeNote(step.articleId, step.id)
    case 'note-edited':
      return changeNote(step.articleId, step.id, step.after)
    case 'notes-edited':
      return changeNotes(step.articleId, step.after)
    case 'note-chosen':
      return keepBodies(step, step.after)
    case 'article-removed':
      return removeArticle(step.id)
    case 'article-restored':
      return restoreArticle(step.id)
    case 'entries-put-away':
      return markEntries(step.ids, { isSeen: true })
    case 'feed-removed':
      return unfollow(step.id)
  }
}

/** What speaks of something gone can never succeed; anything else may the next time. */
function giveUp(step: Step, error: AppError): void {
  const isGone = error.code === 'note-unknown' || error.code === 'article-unknown'
  if (isGone) setState({ history: forget(getState().history, step) })
  problem(error)
}

async function removeNote(articleId: ArticleId, id: NoteId): Promise<Result<void>> {
  await show(articleId)
  const result = await call('note.remove', { articleId, id })
  if (!result.ok) return fail(result.error)
  dropNote(articleId, id)
  return ok(undefined)
}

async function restoreNote(articleId: ArticleId, id: NoteId): Promise<Result<void>> {
  await show(articleId)
  const result = await call('note.restore', { articleId, id })
  if (!result.ok) return fail(result.error)
  putNote(result.value)
  setState({ activeNoteId: id })
  return ok(undefined)
}

async function changeNotes(articleId: ArticleId, changes: NoteChanges): Promise<Result<void>> {
  await show(articleId)
  return applyChanges(articleId, changes)
}

async function changeNote(articleId: ArticleId, id: NoteId, change: NoteChange): Promise<Result<void>> {
  await show(articleId)
  const result = await call('note.edit', { articleId, id, change })
  if (!result.ok) return fail(result.error)
  putNote(result.value)
  setState({ activeNoteId: id })
  return ok(undefined)
}

async function keepBodies(
  { articleId, id }: Extract<Step, { kind: 'note-chosen' }>,
  [body = '', ...otherBodies]: readonly string[],
): Promise<Result<void>> {
  await show(articleId)
  const result = await call('note.choose', { articleId, id, body, otherBodies })
  if (!result.ok) return fail(result.error)
  putNote(result.value)
  setState({ activeNoteId: id })
  return ok(undefined)
}

async function restoreArticle(id: ArticleId): Promise<Result<void>> {
  const result = await call('article.restore', { id })
  if (!result.ok) return fail(result.error)
  reloadSoon()
  await openArticle(id)
  return ok(undefined)
}

async function removeArticle(id: ArticleId): Promise<Result<void>> {
  const result = await call('article.remove', { id })
  if (!result.ok) return fail(result.error)
  dropRow(id)
  if (getState().openId === id) setState({ open: null, openId: null })
  return ok(undefined)
}

/** Whoever takes something back wants to see it: its article is opened where another one is. */
async function show(articleId: ArticleId): Promise<void> {
  if (getState().openId !== articleId) await openArticle(articleId)
}
