import { openArticle } from './article-actions.ts'
import type { Side } from './beside.ts'
import type { State } from './state.ts'
import { getState } from './store.ts'

export function hasBeside({ beside }: State, side: Side): boolean {
  return beside[side] !== null
}

/** Opens the part before or after the open one. */
export async function openBeside(side: Side): Promise<void> {
  const part = getState().beside[side]
  if (part !== null) await openArticle(part.id)
}
