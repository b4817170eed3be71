import { endsSentence } from '../../text/paragraphs.ts'
import { textOfLine } from './line.ts'
import { markerOf } from './list-marker.ts'
import { isSameSize, type Paragraph } from './paragraphs.ts'

/** The paragraphs of a text; what the end of a column or page broke in two is one array. */
export function continued(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = []
  for (const paragraph of paragraphs) {
    const before = groups.at(-1)?.at(-1)
    if (before !== undefined && goesOn(before, paragraph)) groups.at(-1)!.push(paragraph)
    else groups.push([paragraph])
  }
  return groups
}

function goesOn(before: Paragraph, paragraph: Paragraph): boolean {
  const isElsewhere = paragraph.page !== before.page || paragraph.region !== before.region
  if (!isElsewhere || paragraph.page > before.page + 1 || before.isRows || paragraph.isRows) return false
  const [last, first] = [before.lines.at(-1)!, paragraph.lines[0]!]
  if (!isSameSize(last, first) || last.font !== first.font) return false
  const [text, next] = [textOfLine(last), textOfLine(first)]
  if (endsSentence(text) || markerOf(next) !== null) return false
  const isLowerCase = /^\p{Ll}/u.test(next)
  if (isLowerCase) return before.isFull || before.lines.length > 1 || /[-\u2010\u00ad,;]$/u.test(text)
  // A line in capitals may be a heading; an indent opens a paragraph.
  return (
    before.isFull &&
    before.lines.length > 1 &&
    paragraph.lines.length > 1 &&
    paragraph.indent < 0.7 * first.size
  )
}
