import type { InputHTMLAttributes, ReactNode } from 'react'
import './field.css'

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  children: ReactNode
}

/** A control with its label above and, where needed, a hint below; the control is the label's child. */
export function Field({ label, hint, children }: FieldProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      {children}
      {hint !== undefined && <small className="field-hint">{hint}</small>}
    </label>
  )
}

export function TextInput({ className = '', ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input dir="auto" autoComplete="off" spellCheck={false} className={`input ${className}`} {...rest} />
}
