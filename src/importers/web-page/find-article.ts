import type { Element } from '../../markup/tree.ts'
import { firstNamed } from '../../markup/walk.ts'
import { collapse, plainText } from './plain.ts'
import { preparePage } from './prepare-page.ts'
import { tidyArticle } from './tidy-article.ts'

/** How an article is looked for; `url` is the page's. */
export type Engine = (page: Element, url: string | null) => Element | null

/** What is known of the page an article is looked for in. */
export type Sought = { engine: Engine; url: string | null; title: string | null }

/** The article of a page, or all of its body where the engine finds nothing in it. */
export function findArticle(page: Element, { engine, url, title }: Sought): Element {
  const article = engine(preparePage(page), url)
  const hasWords = article !== null && collapse(plainText(article)) !== ''
  return hasWords ? tidyArticle(article, title) : (firstNamed(page, 'body') ?? page)
}
