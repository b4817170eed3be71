import type { ArticleSummary, Output } from '../../src/contract.ts'
import { call } from '../call.ts'
import { problem } from './messages.ts'
import { getState, setState } from './store.ts'

/** Which way one goes on in a work of several parts. */
export type Side = keyof Output<'article.beside'>

/** An intake brings many parts at once: one look is enough for all of them. */
const settleMs = 120

let settling: ReturnType<typeof setTimeout> | undefined

/** Asks which parts of the same work stand before and after the open article. */
export async function loadBeside(): Promise<void> {
  const article = getState().open?.article
  if (article === undefined || article.source.part === null) return
  const result = await call('article.beside', { id: article.id })
  if (getState().open?.article.id !== article.id) return
  if (!result.ok) return problem(result.error)
  setState({ beside: result.value })
}

/** Parts may have come or gone. */
export function reloadBesideSoon(): void {
  clearTimeout(settling)
  settling = setTimeout(() => void loadBeside(), settleMs)
}

/** An article has changed or come in: it may be a part of the work that is read. */
export function reloadBesideFor({ id, part }: ArticleSummary): void {
  const article = getState().open?.article
  if (part !== null && article?.id !== id && article?.source.part?.of === part.of) reloadBesideSoon()
}
