import { readDetails, type Details } from './details.ts'

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

/** What a clipping says; one of no known kind is told by its shape, as the device would write it. */
export function readClipping({ details, text }: RawClipping, at: number): Clipping | null {
  const said = readDetails(details)
  if (said === null) return null
  const words = withoutLimit(text)
  return { ...said, kind: said.kind ?? kindByShape(words, said), text: words, at }
}

function kindByShape(text: string, { place }: Details): Clipping['kind'] {
  if (text === '') return 'bookmark'
  return place === null || place.to > place.from ? 'highlight' : 'note'
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
