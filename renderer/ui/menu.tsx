import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Keys } from './keys.tsx'
import './menu.css'
import { useOverlayRoot } from './overlay-root.ts'

type MenuProps = {
  /** The button that opens it. */
  trigger: ReactNode
  open?: boolean
  onOpenChange?: (isOpen: boolean) => void
  children: ReactNode
}

/** A menu of commands. Not modal, because the modal one puts a style element into the page, which our policy refuses. */
export function Menu({ trigger, children, ...state }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} {...state}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={useOverlayRoot()}>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8} loop>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

type ItemProps = {
  icon?: ReactNode
  keys?: string
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon, keys, onSelect, children }: ItemProps) {
  return (
    <DropdownMenu.Item
      className="menu-item"
      onSelect={onSelect}
      // The right button that opened the menu is let go above it, which chooses nothing.
      onPointerUp={(event) => {
        if (event.button !== 0) event.preventDefault()
      }}
    >
      <span className="menu-icon">{icon}</span>
      <span className="menu-text">{children}</span>
      {keys !== undefined && <Keys of={keys} />}
    </DropdownMenu.Item>
  )
}

export function MenuLine() {
  return <DropdownMenu.Separator className="menu-line" />
}

type ChoicesProps = { label: string; value: string; onChange: (value: string) => void; children: ReactNode }

/** Of which one is in force. */
export function MenuChoices({ label, value, onChange, children }: ChoicesProps) {
  return (
    <DropdownMenu.RadioGroup aria-label={label} value={value} onValueChange={onChange}>
      {children}
    </DropdownMenu.RadioGroup>
  )
}

export function MenuChoice({ value, children }: { value: string; children: ReactNode }) {
  return (
    <DropdownMenu.RadioItem className="menu-item" value={value}>
      <Tick />
      <span className="menu-text">{children}</span>
    </DropdownMenu.RadioItem>
  )
}

type CheckProps = { isChecked: boolean; onChange: (isChecked: boolean) => void; children: ReactNode }

export function MenuCheck({ isChecked, onChange, children }: CheckProps) {
  return (
    <DropdownMenu.CheckboxItem className="menu-item" checked={isChecked} onCheckedChange={onChange}>
      <Tick />
      <span className="menu-text">{children}</span>
    </DropdownMenu.CheckboxItem>
  )
}

function Tick() {
  return (
    <span className="menu-icon">
      <DropdownMenu.ItemIndicator>
        <Check aria-hidden />
      </DropdownMenu.ItemIndicator>
    </span>
  )
}
