import { textOfLine } from './line.ts'
import { isContentsLine } from './contents-line.ts'
import type { Habit, Paragraph } from './paragraphs.ts'

/** Larger than the text by this much, words are a heading. */
const larger = 1.12

/** Longer than this, in characters, large words are an opening paragraph, and words in another font are no heading. */
const longestLarge = 250
const longestOther = 100

/** The level of each heading among paragraphs: the larger its letters, the higher. */
export function headingsOf(groups: readonly Paragraph[][], habit: Habit): Map<Paragraph[], number> {
  const sizes = new Map<Paragraph[], number>()
  groups.forEach((group, i) => {
    const size = sizeOfHeading(group, groups[i + 1], habit)
    if (size !== null) sizes.set(group, size)
  })
  const steps = [...new Set(sizes.values())].sort((a, b) => b - a)
  return new Map([...sizes].map(([group, size]) => [group, Math.min(6, steps.indexOf(size) + 1)]))
}

/** In half points; null where it is no heading. */
function sizeOfHeading(
  [group, ...more]: Paragraph[],
  next: Paragraph[] | undefined,
  habit: Habit,
): number | null {
  if (group === undefined || more.length > 0 || group.isRows) return null
  const text = group.lines.map(textOfLine).join(' ')
  const { size } = group.lines[0]!
  if (!/\p{L}{2}|^\p{Lo}/u.test(text) || isContentsLine(text) || isCode(group, habit)) return null
  if (size > larger * habit.size) return text.length <= longestLarge ? Math.round(size * 2) / 2 : null
  return isSetApart(group, text, habit) && isOfText(next, habit) ? Math.round(habit.size * 2) / 2 : null
}

/**
 * Whether all of it is set in letters of one width, as programs and what they print are; not where everything is, as on a
 * typewriter, and not in the scripts that know no other letters.
 */
export function isCode({ lines }: Paragraph, habit: Habit): boolean {
  if (habit.isMonospaced || /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(textOfLine(lines[0]!)))
    return false
  return lines.every((line) => line.runs.every((run) => run.isMonospaced))
}

/** One or two lines in a font of their own that are no sentence. */
function isSetApart({ lines }: Paragraph, text: string, habit: Habit): boolean {
  if (lines.length > 2 || text.length > longestOther || lines[0]!.size < 0.95 * habit.size) return false
  const { font } = lines[0]!.runs[0]!
  const isOneFont = lines.every((line) => line.runs.every((run) => run.font === font))
  return isOneFont && font !== habit.font && /^[\p{Lu}\p{Lo}\d]/u.test(text) && !/[.,;:!?…]$/u.test(text)
}

/** A heading has a text under it. */
function isOfText(group: Paragraph[] | undefined, habit: Habit): boolean {
  return group?.[0]!.lines[0]!.font === habit.font
}
