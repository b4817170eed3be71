import { ok } from '../../errors.ts'
import type { SkipReason } from '../../model/collection.ts'
import { decodeText } from '../../text/decode.ts'
import type { CollectionImporter } from '../importer.ts'
import { blank, serviceImporter, type Found } from '../services/service.ts'
import type { Candidate } from '../source-file.ts'
import { Book, readBook } from './book.ts'
import { clippingsIn, type Clipping, type RawClipping } from './clippings.ts'
import { readDetails } from './details.ts'
import { readTitleLine } from './title-line.ts'

/** The `My Clippings.txt` of a Kindle, in any of its languages: an article for each book, made of its highlights. */
export const kindle: CollectionImporter = serviceImporter({
  id: 'kindle',
  label: 'Kindle clippings',
  accepts: isClippings,
  find: (candidate) => {
    const decoded = decodeText(candidate.bytes, candidate.name)
    return decoded.ok ? ok(booksIn(decoded.value.text)) : decoded
  },
  factsOf: (record) => {
    const book = Book.safeParse(record)
    return book.success ? readBook(book.data).facts : blank
  },
  placed: ['book', 'clippings', 'details', 'text'],
})

/**
 * Below a title a line of details that names a time; or one that names a kind or is parted by strokes as theirs are, and a separator
 * somewhere below it.
 */
function isClippings({ extension, head, zip }: Candidate): boolean {
  if (zip !== null || !['', 'txt', 'text'].includes(extension)) return false
  const lines = head.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('===='))
  const line = lines[1] ?? ''
  const details = readDetails(line)
  if (details === null) return false
  if (details.addedAt !== null) return true
  return (details.kind !== null || /\d.*\|/.test(line)) && /^={8,}\s*$/m.test(head)
}

function booksIn(text: string): Found[] {
  const { clippings, unread } = clippingsIn(text)
  const books = new Map<string, RawClipping[]>()
  for (const clipping of clippings) {
    const { title, byline } = readTitleLine(clipping.book)
    const key = JSON.stringify([title, byline])
    const others = books.get(key)
    if (others === undefined) books.set(key, [clipping])
    else others.push(clipping)
  }
  return [
    ...[...books.values()].flatMap(bookIn),
    ...unread.map((line): Found => ({ where: line.slice(0, 200), reason: 'damaged' })),
  ]
}

/** The book, where there is anything of it to be read, and those of its clippings that nothing is taken from. */
function bookIn(clippings: RawClipping[]): Found[] {
  const book: Book = {
    book: clippings[0]?.book ?? '',
    clippings: clippings.map(({ details, text }) => ({ details, text })),
  }
  const { facts, empty, superseded } = readBook(book)
  const title = facts.title ?? ''
  const skipped = (reason: SkipReason, { at }: Clipping): Found => {
    const details = clippings[at]?.details.replace(/^[\s–—-]+/, '') ?? ''
    return { where: `${title}, ${details}`, reason }
  }
  return [
    ...(facts.notes.length === 0 ? [] : [{ where: title, record: book }]),
    ...empty.map((clipping) => skipped('nothing', clipping)),
    ...superseded.map((clipping) => skipped('repeated', clipping)),
  ]
}
