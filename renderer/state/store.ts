import { create } from 'zustand'
import { initialState, type State } from './state.ts'

/** The one store. Components read it through selectors, `useStore((state) => state.open)`, and call actions to change it. */
export const useStore = create<State>(() => initialState)

export function getState(): State {
  return useStore.getState()
}

/** For the actions in this folder only. */
export function setState(change: Partial<State>): void {
  useStore.setState(change)
}
