import type { Run } from './run.ts'

/**
 * The runs of a line that is read from right to left, in reading order; `sorted` are they from left to right. Words of other
 * scripts keep their order among themselves, and what stands between and behind them; figures alone follow the line's direction.
 */
export function rightToLeft(sorted: readonly Run[]): Run[] {
  const groups: Run[][] = []
  for (const run of sorted.toReversed()) {
    const group = groups.at(-1)
    if (group !== undefined && !run.isRightToLeft && !group[0]!.isRightToLeft) group.unshift(run)
    else groups.push([run])
  }
  return withBrackets(groups.flatMap((group) => (group[0]!.isRightToLeft ? group : foreignOrder(group))))
}

/** A group from left to right, up to its first word; what stands to the left of that is read after it. */
function foreignOrder(group: Run[]): Run[] {
  const first = group.findIndex((run) => /\p{L}/u.test(run.text))
  const end = first === -1 ? group.length : first
  return [...group.slice(end), ...numbersTurned(group.slice(0, end))]
}

/** From right to left, but the parts of one number, `1` `.` `5`, from left to right. */
function numbersTurned(runs: readonly Run[]): Run[] {
  const numbers: Run[][] = []
  for (const run of runs) {
    const last = numbers.at(-1)?.at(-1)
    const isOne =
      last !== undefined && isOfNumber(last) && isOfNumber(run) && run.left - last.right < touching * run.size
    if (isOne) numbers.at(-1)!.push(run)
    else numbers.push([run])
  }
  return numbers.toReversed().flat()
}

/** Closer than this, in sizes, there is no space between two runs. */
const touching = 0.15

function isOfNumber({ text }: Run): boolean {
  return /^[\p{Nd}.,:/٫٬]+$/u.test(text)
}

const pairs = ['()', '[]', '{}', '«»'].map((pair) => [pair.charAt(0), pair.charAt(1)] as const)
const partner = new Map(
  pairs.flatMap(([open, close]) => [
    [open, close],
    [close, open],
  ]),
)

/**
 * A bracket that opens looks like one that closes where the text runs the other way, and some programs write down the look. Where
 * the brackets of a line fit each other only when they are turned round, they are.
 */
function withBrackets(runs: readonly Run[]): Run[] {
  const turned = runs.map((run) =>
    /\p{sc=Latin}/u.test(run.text) ? run : { ...run, text: mirrored(run.text) },
  )
  return pairsIn(turned) > pairsIn(runs) ? turned : [...runs]
}

function mirrored(text: string): string {
  return text.replace(/[()[\]{}«»]/g, (sign) => partner.get(sign)!)
}

function pairsIn(runs: readonly Run[]): number {
  const text = runs.map((run) => run.text).join('')
  return (text.match(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}|«[^«»]*»/g) ?? []).length
}

/**
 * pdf.js turns letters round one by one, and so the two of an Arabic ligature, too. An alef behind another one does not occur:
 * there it was lam and alef.
 */
export function withLigatures(text: string): string {
  return text.replace(/\u0627([\u0622\u0623\u0625\u0627])\u0644/g, '\u0627\u0644$1')
}
