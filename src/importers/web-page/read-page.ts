import { fail, ok, type Result } from '../../errors.ts'
import { parseHtml } from '../../markup/html.ts'
import type { Element } from '../../markup/tree.ts'
import { firstNamed } from '../../markup/walk.ts'
import type { PictureName } from '../../model/content.ts'
import { draftOf } from '../draft.ts'
import { entryOf, type Entry } from '../entry.ts'
import { piecesOfElement } from '../html/content-of-html.ts'
import { dataPictures } from '../html/data-pictures.ts'
import { contentOfPieces } from '../piece.ts'
import { shownPictures } from '../shown-pictures.ts'
import { readWithReadability } from './engines/readability.ts'
import { webAddress } from './facts/address.ts'
import { pageFactsOf } from './facts/page-facts.ts'
import { type Engine, findArticle } from './find-article.ts'
import { withDateline } from './page-dateline.ts'

/** A page to be read: `url` is where it came from, `now` an ISO time after which nothing can have appeared. */
export type Page = {
  name: string
  url: string | null
  encoding: string
  importer: string
  pictures?: ReadonlyMap<string, PictureName>
  now?: string
}

/** The article of a page with the facts that page and article give; `text-missing` where there are no words. */
export function readPage(html: string, page: Page): Promise<Result<Entry>> {
  return readPageWith(readWithReadability, html, page)
}

export async function readPageWith(engine: Engine, html: string, page: Page): Promise<Result<Entry>> {
  const { name, url, now = null } = page
  const root = parseHtml(html)
  const facts = pageFactsOf(root, { html, url, now })
  const article = findArticle(root, { engine, url: facts.url, title: facts.title })
  const inside = dataPictures(root)
  const names = [...inside].map(([address, picture]) => [address, picture.name] as const)
  const base = {
    url: baseOf(root, url ?? facts.url),
    pictures: new Map([...(page.pictures ?? []), ...names]),
  }
  const { pieces, ...told } = withDateline(piecesOfElement(article, base), facts.published ?? now)
  const content = contentOfPieces(pieces, [])
  if (content.text.trim() === '') return fail({ code: 'text-missing', name })
  const known = {
    ...facts,
    agency: told.agency,
    place: told.place,
    credit: null,
    published: facts.published ?? told.published,
    yearIsAssumed: facts.published === null && told.yearIsAssumed,
    bylineIsGuessed: facts.byline !== null,
  }
  return ok({ ...entryOf(draftOf(known, content, page)), pictures: shownPictures(content, inside.values()) })
}

/** What the links of a page start from. */
function baseOf(root: Element, url: string | null): string | null {
  const own = firstNamed(root, 'base')?.attributes.get('href')
  return webAddress(own ?? null, url)?.href ?? url
}
