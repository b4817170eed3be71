import { createContext, useContext } from 'react'

/** Where menus and tooltips are put: the dialog they belong to (a modal one covers the rest), else the page. */
export const OverlayRoot = createContext<HTMLElement | null>(null)

export function useOverlayRoot(): HTMLElement | null {
  return useContext(OverlayRoot)
}
