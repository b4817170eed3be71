import { z } from 'zod'
import { decodeAs } from '../../text/decode.ts'
import type { Zip } from '../source-file.ts'

/** What a list says of a page; its first line says what the list is, and has no address. */
const ListedPage = z.object({ url: z.string(), title: z.string().optional().catch(undefined) })

/** The titles of the pages that the lists of a WACZ name, by their addresses. A list that can't be read names none. */
export async function pagesOfLists(zip: Zip): Promise<Map<string, string | null>> {
  const pages = new Map<string, string | null>()
  for (const name of zip.names.filter((entry) => /^pages\/[^/]+\.jsonl$/i.test(entry))) {
    const bytes = await zip.read(name)
    const text = bytes.ok ? decodeAs(bytes.value, 'utf-8')!.text : ''
    for (const page of text.split('\n').flatMap(pageIn)) pages.set(page.url, page.title ?? null)
  }
  return pages
}

/** The pages that Webrecorder names in the first records of an archive. */
export function pagesOfInfo(info: string): { url: string; title: string | null }[] {
  const json = /^json-metadata:(.*)$/m.exec(info)?.[1]
  const pages = z.object({ pages: z.array(ListedPage) }).safeParse(parsed(json ?? ''))
  return pages.data?.pages.map(({ url, title = null }) => ({ url, title })) ?? []
}

function pageIn(line: string): { url: string; title?: string | undefined }[] {
  const page = ListedPage.safeParse(parsed(line))
  return page.success ? [page.data] : []
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
