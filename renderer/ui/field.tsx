import { cloneElement, type InputHTMLAttributes, type ReactElement, type ReactNode, useId } from 'react'
import './field.css'

type FieldProps = {
  label: ReactNode
  /** Told about the control, below it and by screen readers. */
  hint?: string | undefined
  children: ReactElement<{ 'aria-describedby'?: string }>
}

/** A control with its label above and, where needed, a hint below. */
export function Field({ label, hint, children }: FieldProps) {
  const hintId = useId()
  return (
    <div className="field">
      <label className="field">
        <span className="field-label">{label}</span>
        {hint === undefined ? children : cloneElement(children, { 'aria-describedby': hintId })}
      </label>
      {hint !== undefined && (
        <small id={hintId} className="field-hint">
          {hint}
        </small>
      )}
    </div>
  )
}

export function TextInput({ className = '', ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input dir="auto" autoComplete="off" spellCheck={false} className={`input ${className}`} {...rest} />
}
