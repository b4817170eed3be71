import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { anchor } from '../../src/text/anchor.ts'
import { casesOf, type Story } from './cases.ts'
import { findAsHypothesis } from './hypothesis.ts'
import { asAnchor, judge } from './judge.ts'
import { type Find, findFor, sweepTable } from './sweep.ts'
import { table, Tally } from './table.ts'

/** Stories that lie beside the project where it is developed; they belong to their publishers. */
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/quotes/dev.jsonl' },
    /** How many of each half. */
    stories: { type: 'string', default: '200' },
  },
})

if (existsSync(options.data)) {
  const stories = readFileSync(options.data, 'utf8')
    .trim()
    .split('\n')
    .map((line): Story => JSON.parse(line))
  // The weights of `anchor` were chosen on the first half. Its last thresholds were chosen with both in view, so that neither is
  // unseen any more: what was never looked at is scored by others.
  evaluate('development half', everyOther(stories, 0))
  evaluate('other half', everyOther(stories, 1))
} else {
  console.log(
    `SKIPPED: ${options.data} is not there. The stories belong to their publishers and are no part of the project.`,
  )
}

function everyOther(stories: readonly Story[], rest: number): Story[] {
  return stories.filter((_, number) => number % 2 === rest).slice(0, Number(options.stories))
}

function evaluate(name: string, stories: readonly Story[]): void {
  const [ours, theirs, byKind] = [new Tally(), new Tally(), new Tally()]
  const finds: Find[] = []
  for (const [number, story] of stories.entries()) {
    const other = stories[(number + 1) % stories.length]?.text ?? ''
    for (const one of casesOf(story, other)) {
      const { edit, kind, selector, later, truth } = one
      const verdict = judge(anchor(later, selector), truth)
      ours.add(edit, verdict)
      byKind.add(kind, verdict)
      theirs.add(edit, judge(asAnchor(findAsHypothesis(later.text, selector)), truth))
      const find = findFor(one)
      if (find) finds.push(find)
    }
  }
  console.log(`\n## ${name}: ${stories.length} stories\n`)
  console.log(table('Lectern', ours))
  console.log(table('Lectern, by what is marked', byKind))
  console.log(table('as Hypothesis’ client', theirs))
  console.log(sweepTable(finds))
}
