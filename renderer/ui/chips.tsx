import './chips.css'

type Props<Value extends string> = {
  label: string
  chips: ReadonlyArray<{ value: Value; name: string }>
  current: Value
  onChoose: (value: Value) => void
}

/** A few ways to show a list, one of them in force. */
export function Chips<Value extends string>({ label, chips, current, onChoose }: Props<Value>) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {chips.map(({ value, name }) => (
        <button
          key={value}
          type="button"
          className="chip"
          aria-pressed={value === current}
          onClick={() => onChoose(value)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
