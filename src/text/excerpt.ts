/**
 * The beginning of a text, at most `length` UTF-16 units, cut where a word ends and without an ellipsis; a word
 * longer than that is cut between two of its characters. Line ends become spaces.
 */
export function excerptOf(text: string, length: number): string {
  const line = text.slice(0, length + 1).replace(/\s+/g, ' ')
  if (text.length <= length) return line.trim()
  const space = line.lastIndexOf(' ')
  // Less than half would be left of a text whose words are not separated by spaces.
  if (space >= length / 2) return line.slice(0, space).trim()
  const pieces = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)
  return Array.from(pieces, (piece) => piece.segment)
    .slice(0, -1)
    .join('')
    .trim()
}
