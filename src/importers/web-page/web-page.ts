import { ok, type Result } from '../../errors.ts'
import type { Entry } from '../entry.ts'
import type { StoryImporter } from '../importer.ts'
import { savedWith } from '../saved-page/single-file.ts'
import type { Candidate } from '../source-file.ts'
import { decodeHtml } from './decode-html.ts'
import type { Page } from './read-page.ts'

const extensions = new Set(['html', 'htm', 'xhtml', 'xht'])

/** A page by its address, or saved by a browser or SingleFile; Mozilla's Readability looks for the article. */
export const webPage: StoryImporter = {
  id: 'web-page',
  label: 'a web page',
  accepts: isWebPage,
  read: async (candidate) => {
    const { readPage } = await import('./read-page.ts')
    return read(candidate, 'web-page', readPage)
  },
}

/** The same pages read by Defuddle: for those of which the first reader makes nothing good. */
export const webPageDefuddle: StoryImporter = {
  id: 'web-page-defuddle',
  label: 'a web page, by another reader',
  accepts: () => false,
  read: async (candidate) => {
    const { readPageWith } = await import('./read-page.ts')
    const { readWithDefuddle } = await import('./engines/defuddle.ts')
    return read(candidate, 'web-page-defuddle', (html, page) => readPageWith(readWithDefuddle, html, page))
  },
}

type Reader = (html: string, page: Page) => Promise<Result<Entry>>

/** A page that a program saved says where it was, and when that was. */
async function read(
  { name, bytes, web, now }: Candidate,
  importer: string,
  reader: Reader,
): Promise<Result<Entry>> {
  const { text, encoding } = decodeHtml(bytes, web?.contentType ?? null)
  const saved = web === undefined ? savedWith(text) : null
  const entry = await reader(text, { name, url: web?.url ?? saved?.url ?? null, encoding, importer, now })
  return entry.ok ? ok({ ...entry.value, addedAt: saved?.savedAt ?? null }) : entry
}

function isWebPage({ extension, head, web, zip }: Candidate): boolean {
  if (zip !== null) return false
  const type = web?.contentType?.split(';')[0]?.trim().toLowerCase()
  if (type === 'text/html' || type === 'application/xhtml+xml') return true
  return extensions.has(extension) || opensAsHtml.test(head)
}

/** Comments and an XML declaration may stand in front. */
const opensAsHtml =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i
