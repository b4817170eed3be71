import type { ButtonHTMLAttributes } from 'react'
import './button.css'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: 'plain' | 'primary' | 'quiet' }

export function Button({ kind = 'plain', className = '', ...rest }: Props) {
  return <button type="button" className={`button ${kind} ${className}`} {...rest} />
}
