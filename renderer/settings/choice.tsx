import './choice.css'

type Props<T extends string> = {
  label: string
  names: Record<T, string>
  options: readonly T[]
  value: T
  onChange: (value: T) => void
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, names, options, value, onChange }: Props<T>) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option} className={`choice-option ${label.toLowerCase()}-${option}`}>
            <input
              type="radio"
              name={label}
              checked={option === value}
              {...(option === value && { 'data-first': '' })}
              onChange={() => onChange(option)}
            />
            {names[option]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
