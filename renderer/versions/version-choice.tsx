import type { Article, Version } from '../../src/model/article.ts'
import type { Comparison } from '../../src/model/comparison.ts'
import { compare } from '../state/comparison-actions.ts'
import { dateAndTime } from '../ui/formats.ts'

type Props = { comparison: Comparison; article: Article }

/** Which two versions are compared; where there are more, they can be chosen. */
export function VersionChoice({ comparison: { from, to }, article: { id, versions } }: Props) {
  if (versions.length <= 2) {
    return (
      <p className="version-choice">
        {name(from)} <Arrow /> {name(to)}
      </p>
    )
  }
  const earlier = versions.slice(0, -1)
  const later = versions.slice(versions.findIndex(({ number }) => number === from.number) + 1)

  /** The later one stays, unless it would no longer be later. */
  function chooseEarlier(number: number) {
    const at = versions.findIndex((version) => version.number === number)
    const isStillLater = versions.findIndex((version) => version.number === to.number) > at
    const next = isStillLater ? to.number : versions[at + 1]?.number
    if (next !== undefined) void compare(id, number, next)
  }

  return (
    <div className="version-choice">
      <VersionSelect label="Earlier version" versions={earlier} current={from} onChoose={chooseEarlier} />
      <Arrow />
      <VersionSelect
        label="Later version"
        versions={later}
        current={to}
        onChoose={(number) => void compare(id, from.number, number)}
      />
    </div>
  )
}

function name({ number, addedAt }: Version): string {
  return `Version ${number}, ${dateAndTime(addedAt)}`
}

function Arrow() {
  return <span aria-hidden>→</span>
}

type SelectProps = {
  label: string
  versions: readonly Version[]
  current: Version
  onChoose: (number: number) => void
}

function VersionSelect({ label, versions, current, onChoose }: SelectProps) {
  return (
    <select
      aria-label={label}
      className="input"
      value={current.number}
      onChange={(event) => onChoose(Number(event.target.value))}
    >
      {versions.map((version) => (
        <option key={version.number} value={version.number}>
          {name(version)}
        </option>
      ))}
    </select>
  )
}
