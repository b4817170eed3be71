import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Random } from './random.ts'

/** What one kind of fault came to: a row of the table. */
export type Row = {
  kind: string
  runs: number
  /** Writes that the library, or the control, said are saved. */
  acknowledged: number
  /** Of those, what was not there afterwards. */
  lost: number
  /** Files or articles that could not be read. */
  damaged: number
  /** Times the library would not open. */
  unopened: number
  /** `void`: a control that must lose something lost nothing, so the fault did not bite and proves nothing. */
  verdict: 'passed' | 'failed' | 'void' | 'skipped'
  remark: string
  /** What went otherwise than promised, in words. */
  broken: string[]
}

/** What the fault kinds are given to work with. */
export type Round = {
  seed: number
  isLong: boolean
  /** An empty folder of this kind's own. */
  work: string
  /** Where the bundled programs lie. */
  programs: string
  /** A disk of its own can be mounted here: in memory, or from an image. */
  canMount: { tmpfs: boolean; image: boolean }
}

export type Kind = (round: Round) => Promise<Row[]>

export function randomOf(round: Round, salt: number): Random {
  return new Random(round.seed * 1000 + salt)
}

/** Says what is being tried, in case that this process does not live to tell. */
export function trying(round: Round, what: string): void {
  writeFileSync(join(round.work, 'trying'), what)
}

/** Counts what one kind of fault did. */
export class Tally {
  runs = 0
  acknowledged = 0
  lost = 0
  damaged = 0
  unopened = 0
  readonly broken: string[] = []

  break(what: string): void {
    this.broken.push(what)
    if (this.broken.length <= shownAtMost) process.stderr.write(`  ${what}\n`)
  }

  row(kind: string, remark: string): Row {
    const isWhole = this.lost + this.damaged + this.unopened === 0 && this.broken.length === 0
    const verdict = isWhole && this.runs > 0 ? 'passed' : 'failed'
    const broken = this.broken.length > 0 ? `; ${this.broken.length} broken promises` : ''
    return { kind, ...this.figures(), verdict, remark: remark + broken, broken: this.broken }
  }

  /** The row of a control, which has to lose something. */
  controlRow(kind: string, remark: string): Row {
    const verdict = this.lost + this.damaged > 0 ? 'passed' : 'void'
    return { kind, ...this.figures(), verdict, remark, broken: this.broken }
  }

  private figures(): Pick<Row, 'runs' | 'acknowledged' | 'lost' | 'damaged' | 'unopened'> {
    const { runs, acknowledged, lost, damaged, unopened } = this
    return { runs, acknowledged, lost, damaged, unopened }
  }
}

/** A fault that is everywhere is described well enough by its first cases. */
const shownAtMost = 8

export function skipped(kind: string, reason: string): Row {
  return {
    kind,
    runs: 0,
    acknowledged: 0,
    lost: 0,
    damaged: 0,
    unopened: 0,
    verdict: 'skipped',
    remark: reason,
    broken: [],
  }
}
