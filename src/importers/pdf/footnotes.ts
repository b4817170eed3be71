import { grouped } from './grouped.ts'
import { textOfLine } from './line.ts'
import type { Habit, Paragraph } from './paragraphs.ts'
import { footnoteLabel, shiftOf } from './raised.ts'

/** Footnotes are set in less than this share of the text's size. */
const smallerThanText = 0.95

/**
 * The paragraphs that are footnotes, with what marks them: set smaller than the text, and opening with a sign that stands raised
 * in the text of the same page. A small paragraph right behind one goes on with it, and has no sign (null).
 */
export function footnotesOf(paragraphs: readonly Paragraph[], habit: Habit): Map<Paragraph, string | null> {
  const notes = new Map<Paragraph, string | null>()
  for (const page of grouped(paragraphs, (paragraph) => paragraph.page).values()) {
    const referred = new Set(page.flatMap((paragraph) => raisedLabels(paragraph)))
    let isOpen = false
    for (const paragraph of page) {
      const isSmall = !paragraph.isRows && paragraph.lines[0]!.size < smallerThanText * habit.size
      const label = isSmall ? openingLabel(paragraph) : null
      if (label !== null && referred.has(label)) notes.set(paragraph, label)
      else if (isSmall && isOpen) notes.set(paragraph, null)
      isOpen = notes.has(paragraph)
    }
  }
  return notes
}

/** The signs that stand raised after a word. */
function raisedLabels({ lines }: Paragraph): string[] {
  return lines.flatMap((line, i) =>
    line.runs.flatMap((run, j) => {
      const label = i + j > 0 && shiftOf(run, line) === 'superscript' ? footnoteLabel(run.text) : null
      return label === null ? [] : [label]
    }),
  )
}

/** `3` of `³ See page 12`, `3 See page 12` and `3. See page 12`. */
function openingLabel({ lines: [line] }: Paragraph): string | null {
  if (line === undefined) return null
  const [first] = line.runs
  if (first !== undefined && line.runs.length > 1) {
    const label = footnoteLabel(first.text)
    if (label !== null) return label
  }
  const word = /^(\S{1,5}?)[.)]?\s/u.exec(textOfLine(line))?.[1]
  return word === undefined ? null : footnoteLabel(word)
}
