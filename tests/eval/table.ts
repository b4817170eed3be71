import { type Verdict, verdicts } from './judge.ts'

/** How often each verdict was given, for each row of a table. */
export class Tally {
  readonly rows = new Map<string, Map<Verdict, number>>()

  add(row: string, verdict: Verdict): void {
    const counts = this.rows.get(row) ?? new Map<Verdict, number>()
    this.rows.set(row, counts.set(verdict, (counts.get(verdict) ?? 0) + 1))
  }
}

/** As Markdown: shares in per cent of the notes whose passage is there, and of those whose passage is gone. */
export function table(name: string, { rows }: Tally): string {
  const total = new Map<Verdict, number>()
  for (const counts of rows.values())
    for (const [verdict, count] of counts) total.set(verdict, (total.get(verdict) ?? 0) + count)
  const lines = [...rows, ['all', total] as const].map(([row, counts]) => line(row, counts))
  const head = `| ${name} | notes | ${verdicts.join(' | ')} |`
  return [head, `|---|${'---:|'.repeat(verdicts.length + 1)}`, ...lines, ''].join('\n')
}

function line(row: string, counts: ReadonlyMap<Verdict, number>): string {
  const sum = (list: readonly Verdict[]) => list.reduce((all, verdict) => all + (counts.get(verdict) ?? 0), 0)
  const isGone = (verdict: Verdict) => verdict.startsWith('gone')
  const [there, gone] = [sum(verdicts.filter((verdict) => !isGone(verdict))), sum(verdicts.filter(isGone))]
  const cells = verdicts.map((verdict) => {
    const count = counts.get(verdict) ?? 0
    if (verdict === 'wrong' || verdict === 'gone, wrong') return String(count)
    return count === 0 ? '' : ((100 * count) / (isGone(verdict) ? gone : there)).toFixed(1)
  })
  return `| ${row} | ${there} + ${gone} | ${cells.join(' | ')} |`
}
