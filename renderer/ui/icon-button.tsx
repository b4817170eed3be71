import { Tooltip } from 'radix-ui'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import './button.css'
import { Keys } from './keys.tsx'
import { useOverlayRoot } from './overlay-root.ts'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** The control's name, for the tooltip and for screen readers. */
  label: string
  /** The key that does the same as it comes, such as `Mod+K`. */
  keys?: string
  side?: 'top' | 'right' | 'bottom' | 'left'
  children: ReactNode
}

/** A button that shows an icon only; needs a `Tooltip.Provider` above it (app.tsx). */
export function IconButton({ label, keys, side = 'bottom', className = '', children, ...rest }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button type="button" aria-label={label} data-tip="" className={`icon-button ${className}`} {...rest}>
          {children}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal container={useOverlayRoot()}>
        <Tooltip.Content className="tooltip" side={side} sideOffset={5} collisionPadding={8}>
          {label}
          {keys !== undefined && <Keys of={keys} />}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
