import { addressOf, offerAddress } from '../state/import-address.ts'
import { readFiles, readPage } from '../state/import-reading.ts'

/**
 * What is copied or dropped: files are read; a single address goes into its field, where it waits to be loaded; a piece of a
 * page is read with its markup. Answers `text` where there is no more to it than text, of which nothing was done.
 */
export function takeClipboard(data: DataTransfer): 'taken' | 'text' {
  const text = data.getData('text/plain')
  const html = data.getData('text/html')
  const address = addressOf(linkOf(data) ?? text)
  if (data.files.length > 0) void readFiles([...data.files])
  else if (address !== null) offerAddress(address)
  else if (hasParts(html)) void readPage(html, text)
  else return 'text'
  return 'taken'
}

/** The first address of a dragged link (RFC 2483: a line each, remarks begin with `#`). */
function linkOf(data: DataTransfer): string | undefined {
  const lines = data.getData('text/uri-list').split(/\r?\n/)
  return lines.find((line) => line !== '' && !line.startsWith('#'))
}

/** Editors and terminals put markup on the clipboard that sets colours and says no more than the text beside it. */
function hasParts(html: string): boolean {
  return /<(?:p|h[1-6]|li|blockquote|table|article|figure)\b/i.test(html)
}
