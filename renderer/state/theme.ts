import { useLayoutEffect, useSyncExternalStore } from 'react'
import type { Theme } from '../../src/model/settings.ts'
import { useStore } from './store.ts'

const darkSystem = '(prefers-color-scheme: dark)'

/** Writes the theme in force onto the document, where `styles/tokens.css` looks for it, and follows the system. */
export function useTheme(): void {
  const theme = useStore((state) => state.settings.theme)
  const isDark = useSyncExternalStore(watchSystem, () => window.matchMedia(darkSystem).matches)
  // Before the first frame is painted, not after it.
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = themeInForce(theme, isDark)
  }, [theme, isDark])
}

export function themeInForce(theme: Theme, isDark: boolean): Exclude<Theme, 'system'> {
  if (theme !== 'system') return theme
  return isDark ? 'dark' : 'light'
}

function watchSystem(onChange: () => void): () => void {
  const query = window.matchMedia(darkSystem)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
