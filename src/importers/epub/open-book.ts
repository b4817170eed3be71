import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { fail, ok, type Result } from '../../errors.ts'
import type { Zip } from '../source-file.ts'
import { BookFiles } from './book-files.ts'
import { bookOf, type Book } from './book.ts'
import { elementsCalled } from './elements-called.ts'

/** A book with what its items' keys begin with, which is the same whenever it comes again. */
export type OpenBook = { book: Book; files: BookFiles; key: string }

/** Finds the package file of a book and reads it. */
export async function openBook(name: string, zip: Zip): Promise<Result<OpenBook>> {
  const files = new BookFiles(zip)
  const broken = (reason: string): Result<never> =>
    fail({ code: 'format-broken', name, format: 'EPUB', reason })
  const path = await packagePath(zip, files)
  const bytes = await files.bytes(path)
  if (path === null || bytes === null) return broken('it has no package file')
  const root = await files.xml(path)
  const book = root === null ? null : bookOf(root, path, files)
  if (book === null || book.spine.length === 0) return broken('its package file names no chapters')
  if (await isLocked(book, files)) return fail({ code: 'file-locked', name })
  return ok({ book, files, key: book.facts.identifier ?? bytesToHex(sha256(bytes)) })
}

/** The container names it; where there is no container, a package file is known by its ending. */
async function packagePath(zip: Zip, files: BookFiles): Promise<string | null> {
  const container = await files.xml(files.find('META-INF/container.xml', ''))
  const roots = container === null ? [] : elementsCalled(container, 'rootfile')
  const paths = roots.map((root) => files.find(root.attributes.get('full-path') ?? '', ''))
  return paths.find((path) => path !== null) ?? zip.names.find((name) => /\.opf$/i.test(name)) ?? null
}

/** How fonts are made unfit for other uses, by the IDPF and by Adobe: no lock on the text. */
const fontMethods = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/

/** Whether chapters are encrypted. */
async function isLocked(book: Book, files: BookFiles): Promise<boolean> {
  const encryption = await files.xml(files.find('META-INF/encryption.xml', ''))
  if (encryption === null) return false
  const locked = elementsCalled(encryption, 'encrypteddata').filter((data) => {
    const method = elementsCalled(data, 'encryptionmethod')[0]?.attributes
    return !fontMethods.test(method?.get('Algorithm') ?? method?.get('algorithm') ?? '')
  })
  const references = locked.flatMap((data) => elementsCalled(data, 'cipherreference'))
  const names = new Set(
    references.map(({ attributes }) => files.find(attributes.get('URI') ?? attributes.get('uri') ?? '', '')),
  )
  return book.spine.some(({ item }) => item !== null && names.has(item.name))
}
