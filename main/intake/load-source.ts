import { fail, ok, type Result } from '../../src/errors.ts'
import { extensionOf } from '../../src/importers/file-name.ts'
import type { SourceFile } from '../../src/importers/source-file.ts'
import { fetchAddress, type FetchOptions } from '../web/fetch-address.ts'

const wanted =
  'text/html,application/xhtml+xml,application/pdf,application/epub+zip,application/xml;q=0.9,*/*;q=0.8'

/** What is never a story or a collection; the rest shows what it is when it is read. */
const notRead = /^(?:image|audio|video|font)\//

/** Extensions for what has none in its address, by what its server calls it. */
const extensions: Record<string, string> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/epub+zip': 'epub',
  'text/plain': 'txt',
  'text/markdown': 'md',
}

/** Loads what an address answers, as a file to be read; `now` is an ISO date-time. */
export async function loadSource(
  url: string,
  now: string,
  options: Pick<FetchOptions, 'from' | 'signal'> = {},
): Promise<Result<SourceFile>> {
  const fetched = await fetchAddress(url, { ...options, accept: wanted })
  if (!fetched.ok) return fetched
  if (fetched.value === 'unchanged') throw new Error('nothing was said that it could be unchanged from')
  const { bytes, contentType } = fetched.value
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (notRead.test(type)) return fail({ code: 'address-type', url, type })
  const name = nameOf(new URL(fetched.value.url), extensions[type])
  return ok({ name, bytes, modified: null, now, web: { url: fetched.value.url, contentType } })
}

/** The last part of the path, or the host; with the extension that fits what it is. */
function nameOf({ hostname, pathname }: URL, extension: string | undefined): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname
  const name = decoded(last)
  return extension === undefined || extensionOf(name) === extension ? name : `${name}.${extension}`
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a `%` that is none of an escape
  }
}
