import type { Furniture } from '../../model/content.ts'
import type { Day } from '../../wire/dates.ts'
import type { StoryImporter } from '../importer.ts'
import { furnitureLine } from './furniture-line.ts'
import type { WireHeader } from './read-wire-copy.ts'

/** The header and the first lines of a copy are within this. */
const headBytes = 1024

/** Copy in the form of the American newspapers' association: `^` begins a line, `<` and `=` end one. */
export const anpa1312: StoryImporter = {
  id: 'anpa-1312',
  label: 'ANPA 1312',
  accepts: ({ head, bytes }) => {
    // Tables are so full of control characters that they look like no text, and have no head.
    const opening = head === '' ? String.fromCharCode(...bytes.subarray(0, headBytes)) : head
    return (
      /^[\0-\x20]*\x01/.test(opening) &&
      opening.includes('\x02') &&
      (/\x16\x01/.test(opening) || /^\x02?\^.*[<=]\s*$/m.test(opening))
    )
  },
  read: async (source) => {
    const { readWireCopy } = await import('./read-wire-copy.ts')
    return readWireCopy(source, anpa1312, readHeader)
  },
}

function readHeader(header: readonly string[], body: string): WireHeader {
  const lines = body.split('\n')
  const above = linesAbove(lines)
  return {
    furniture: [
      ...header.flatMap((line) => furnitureLine('note', 'before', line)),
      ...above.flatMap((part, index) =>
        part === null ? [] : furnitureLine(part, 'before', unframed(lines[index]!)),
      ),
    ],
    day: dayIn(header),
    body: lines
      .filter((_, index) => above[index] == null)
      .map(apart)
      .join('\n'),
  }
}

/** `10-05 0466`: month, day, and the number of words. */
function dayIn(header: readonly string[]): Day | null {
  const match = /\s(\d\d)-(\d\d)\s+\d{2,5}\s*$/m.exec(header.join('\n'))
  return match === null ? null : { year: null, month: Number(match[1]), day: Number(match[2]) }
}

/** What the first lines are that no reader is meant to see; null for those that one is. */
function linesAbove(lines: readonly string[]): (Furniture['part'] | null)[] {
  const end = lines.findIndex((line) => line.trim() !== '' && !/[<=]\s*$/.test(line))
  const head = lines.slice(0, end === -1 ? 1 : end)
  const first = head.findIndex((line) => line.trim() !== '')
  return head.map((line, index) => {
    if (index === first && isSlug(line)) return 'slug'
    return /^\^\(?(?:AP )?(?:photos?|graphics?|videos?|audio|eds?)\b/i.test(line) ? 'note' : null
  })
}

/** A line that is framed or set in begins a paragraph, if it is none of a table. */
function apart(line: string): string {
  return /^(?:\^|\t)/.test(line) && !/;.*;/.test(line) ? `\n${line}` : line
}

/** `^BC-Tides, 1st Ld-Writethru,130<` */
function isSlug(line: string): boolean {
  return /^\^.*,\s*\d{0,5}<\s*$/.test(line)
}

function unframed(line: string): string {
  return line.replace(/^\^(?:\*\d+<\s*\^?)?/, '').replace(/[<=]\s*$/, '')
}
