import { ALargeSmall } from 'lucide-react'
import { Popover } from 'radix-ui'
import type { ReactNode } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import { useOverlayRoot } from '../ui/overlay-root.ts'

/** How the text is set, beside the text, so that one sees what one does. `children` are the controls. */
export function TypeMenu({ children }: { children: ReactNode }) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <IconButton label="Type and theme">
          <ALargeSmall aria-hidden />
        </IconButton>
      </Popover.Trigger>
      <Popover.Portal container={useOverlayRoot()}>
        <Popover.Content
          className="type-menu"
          aria-label="Type and theme"
          align="end"
          sideOffset={4}
          collisionPadding={8}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
