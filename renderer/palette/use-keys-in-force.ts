import { useCallback } from 'react'
import { keysOf } from '../../src/model/keys.ts'
import { useStore } from '../state/store.ts'
import { commands } from './commands.ts'

/** For `KeysInForce` (ui/keys.tsx): what does now what these keys do as they come; what is no command's key stays. */
export function useKeysInForce(): (keys: string) => string | null {
  const keys = useStore((state) => state.settings.keys)
  const hasSingleKeys = useStore((state) => state.settings.hasSingleKeys)
  return useCallback(
    (asTheyCome) => {
      const command = commands.find((candidate) => candidate.keys.includes(asTheyCome))
      if (command === undefined) return asTheyCome
      return keysOf(command, { keys, hasSingleKeys })[0] ?? null
    },
    [keys, hasSingleKeys],
  )
}
