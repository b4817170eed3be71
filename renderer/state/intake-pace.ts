import type { IntakeReport } from '../../src/contract.ts'
import type { IntakeProgress } from '../../src/model/collection.ts'

/** How many items were done at a time, in milliseconds of the window's clock. */
export type Sample = { readonly at: number; readonly done: number }

/** A collection that is or was taken in. */
export type Intake = {
  readonly progress: IntakeProgress
  /** What was told of it lately, the oldest first; none while it is not running. */
  readonly samples: readonly Sample[]
  /** What became of it; null while that is not known. */
  readonly report: IntakeReport | null
}

/** Long enough to even out a slow page, short enough to follow a connection that gets slower. */
const windowMs = 10_000
/** Less tells nothing: the first items come from a cold start. */
const leastMs = 1000

/** With one more; those that are too old go. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  return [...samples.filter(({ at }) => sample.at - at <= windowMs), sample]
}

/** Items a second; null where that is not known yet, or nothing goes on. */
export function paceOf(samples: readonly Sample[]): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined) return null
  const [ms, done] = [last.at - first.at, last.done - first.done]
  return ms < leastMs || done <= 0 ? null : (done / ms) * 1000
}

/** Seconds until all of it is done at this pace; null where that is not known. */
export function secondsLeft({ progress, samples }: Intake): number | null {
  const pace = paceOf(samples)
  return pace === null ? null : (progress.total - progress.done) / pace
}
