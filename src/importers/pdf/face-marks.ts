import type { Mark } from '../../model/content.ts'
import type { Face } from './faces.ts'
import type { Place } from './passage.ts'

/**
 * The words that are set in bold or italic letters where most of the document is not. In headings, and in the lines of contents
 * that look like them, bold says nothing of a word.
 */
export function faceMarks(
  text: string,
  places: readonly Place[],
  { usual, isHeading }: { usual: Face; isHeading: boolean },
): Mark[] {
  const bold = usual.isBold || isHeading ? [] : spansOf(places, 'isBold')
  const italic = usual.isItalic ? [] : spansOf(places, 'isItalic')
  const marks: Mark[] = [
    ...bold.map((span): Mark => ({ kind: 'strong', span })),
    ...italic.map((span): Mark => ({ kind: 'emphasis', span })),
  ]
  return marks.filter(({ span }) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)))
}

/** From the first to the last of neighbouring runs. */
function spansOf(places: readonly Place[], face: keyof Face): Mark['span'][] {
  const spans: Mark['span'][] = []
  places.forEach(({ run, start, end }, i) => {
    if (!run[face]) return
    if (i > 0 && places[i - 1]!.run[face]) spans.at(-1)!.end = end
    else spans.push({ start, end })
  })
  return spans
}
