import { countWhere } from '../../text/count-where.ts'
import { readDetails, type Details, type Place } from './details.ts'

/** A clipping as it stands in the file. `book` is the line with title and author, `details` the one below it. */
export type RawClipping = { book: string; details: string; text: string }

/** `text` is without the device's remark that its publisher allows no more; `at` counts the clippings of the file or book. */
export type Clipping = Omit<Details, 'kind'> & {
  kind: NonNullable<Details['kind']>
  text: string
  at: number
}

/** `unread` are the first lines of what stands between two separators and is no clipping. */
export type Clippings = { clippings: RawClipping[]; unread: string[] }

/** Takes a `My Clippings.txt` apart. Devices begin every title with a byte order mark, or only the first, or none. */
export function clippingsIn(text: string): Clippings {
  const found: Clippings = { clippings: [], unread: [] }
  for (const part of text.replaceAll('\ufeff', '').split(/^={8,}[ \t]*$/m)) {
    const lines = part.split('\n')
    const start = lines.findIndex((line) => line.trim() !== '')
    if (start === -1) continue
    const [book = '', details = '', ...rest] = lines.slice(start)
    if (readDetails(details) === null) found.unread.push(book.trim())
    else found.clippings.push({ book, details, text: rest.join('\n').trim() })
  }
  return found
}

/** What the clippings of one book say; those of no known kind are told by their shapes, as the device would write them. */
export function readClippings(clippings: readonly Omit<RawClipping, 'book'>[]): Clipping[] {
  const read = clippings.flatMap(({ details, text }, at) => {
    const said = readDetails(details)
    return said === null ? [] : [{ ...said, text: withoutLimit(text), at }]
  })
  const covers = { location: coverOf(read, 'location'), page: coverOf(read, 'page') }
  return read.map((clipping) => ({ ...clipping, kind: clipping.kind ?? kindByShape(clipping, covers) }))
}

type Unnamed = Details & Pick<Clipping, 'text'>
type Covers = Record<Place['unit'], (at: number) => boolean>

/** Words at a single place are a note where they stand on a highlight; else they are quoted, so that nothing of a book is lost. */
function kindByShape({ text, place, isRange }: Unnamed, covers: Covers): Clipping['kind'] {
  if (text === '') return 'bookmark'
  return place === null || isRange || !covers[place.unit](place.from) ? 'highlight' : 'note'
}

/** Whether a place is within one of the highlights. */
function coverOf(all: readonly Unnamed[], unit: Place['unit']): (at: number) => boolean {
  const ranges = all
    .flatMap(({ place, isRange }) => (isRange && place?.unit === unit ? [place] : []))
    .toSorted((a, b) => a.from - b.from)
  let furthest = 0
  const ends = ranges.map(({ to }) => (furthest = Math.max(furthest, to)))
  return (at) => (ends[countWhere(ranges, ({ from }) => from <= at) - 1] ?? 0) >= at
}

/** How the word for it begins in the languages of the device. */
const limit = /limi|límit|上限|предел|лимит|ліміт|한도|제한|sınır|grens|gräns|grænse|raja|الحد|सीमा/iu

/** The remark is a sentence. */
const longestRemark = 300

/** A publisher may allow only so much to be copied: instead of the rest the device writes that, in its own language. */
function withoutLimit(text: string): string {
  const start = text.lastIndexOf('<')
  const remark = text.endsWith('>') && start !== -1 ? text.slice(start, start + longestRemark) : ''
  return remark.endsWith('>') && limit.test(remark) ? text.slice(0, start).trim() : text
}
