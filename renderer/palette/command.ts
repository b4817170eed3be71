import type { Keyed } from '../../src/model/keys.ts'
import type { ArticleId } from '../../src/model/ids.ts'
import type { ReaderHandle, State } from '../state/state.ts'
import { getState } from '../state/store.ts'
import { articleInFocus } from './focus.ts'

/** A promise where the next key may mean something else once it is done. */
export type Result = Promise<unknown> | undefined | void

/** Something that can be asked for by key, by name in the palette, or from the application's menu by `id`. */
export type Command = Keyed & {
  readonly title: string
  readonly group: 'Library' | 'Article' | 'Reading' | 'Window'
  readonly run: () => Result
  /** Whether it can be asked for now; without it, always. */
  readonly when?: (state: State) => boolean
}

export type Name = Pick<Command, 'id' | 'title' | 'keys'>

export function hasOpen({ open }: State): boolean {
  return open !== null
}

export function hasReader(state: State): boolean {
  return state.reader !== null && hasOpen(state)
}

export function canRun(command: Command, state: State): boolean {
  return command.when?.(state) ?? true
}

export function libraryCommand(name: Name, run: () => Result): Command {
  return { ...name, group: 'Library', run }
}

export function windowCommand(name: Name, run: () => Result): Command {
  return { ...name, group: 'Window', run }
}

/** It is about the article that is meant. */
export function articleCommand(name: Name, run: (id: ArticleId) => Result): Command {
  return {
    ...name,
    group: 'Article',
    run() {
      const id = articleMeant(getState())
      return id === null ? undefined : run(id)
    },
    when: (state) => articleMeant(state) !== null,
  }
}

/** The article whose row has the focus, else the open one. */
export function articleMeant({ open }: State): ArticleId | null {
  return articleInFocus() ?? open?.article.id ?? null
}

export function readingCommand(name: Name, run: (handle: ReaderHandle) => Result): Command {
  return { ...name, group: 'Reading', run: () => withReader(run), when: hasReader }
}

export function withReader(run: (handle: ReaderHandle) => Result): Result {
  const { reader } = getState()
  return reader === null ? undefined : run(reader)
}
