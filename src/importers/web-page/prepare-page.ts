import type { Element, Node } from '../../markup/tree.ts'
import { isHidden } from '../html/display.ts'
import { collapse, plainText } from './plain.ts'

/** What no engine needs: it is never text, and most of a page's bytes. */
const needless = new Set(
  'script style link svg template iframe object embed input select button textarea canvas nav'.split(' '),
)

/** Names that only what stands beside an article bears: comments, share bars, offers, lists of other stories. */
const besides =
  /(?:^|[\s_-])(?:share|sharing|sharedaddy|sharebar|addthis|addtoany|social|newsletter|subscribe|subscription|signup|cookies?|consent|gdpr|related|recommended|recommendations?|trending|outbrain|taboola|promo|advert|advertisement|sponsored|breadcrumbs?|pagination|authorbox|author-bio|author-box|about-author|jp-relatedposts|yarpp|mostread|most-read|mostpopular|most-popular)(?:$|[\s_-])/i

const commentNames =
  /(?:^|\s)(?:comments?|comments-area|commentlist|comment-list|respond|disqus_thread|kommentare)(?:$|\s)/i

/** Names that the text of an article itself bears, whatever else is said in them. */
const articleText = /(?:entry|article|post|story|page)[_-]?(?:body|content|text)|articlebody/i

/** An element with such a name that holds more of the page's words than this is named after something else. */
const greatestShare = 0.25

/** The page without what is surely no part of an article, a tree of its own. */
export function preparePage(page: Element): Element {
  const limit = collapse(plainText(page)).length * greatestShare
  return { ...page, children: keptOf(page.children, limit) }
}

function keptOf(children: readonly Node[], limit: number): Node[] {
  return children.flatMap((child): Node[] => {
    if (child.kind === 'text') return [child]
    if (child.name !== 'head' && isLeftOut(child, limit)) return []
    return [{ ...child, attributes: attributesOf(child), children: keptOf(child.children, limit) }]
  })
}

function isLeftOut(element: Element, limit: number): boolean {
  const { name, attributes } = element
  if (needless.has(name) || isHidden(element)) return true
  if (name === 'body' || name === 'article' || name === 'main') return false
  const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`
  if (articleText.test(names)) return false
  if (commentNames.test(names)) return !holdsArticle(element)
  return besides.test(names) && collapse(plainText(element)).length <= limit && !holdsArticle(element)
}

function holdsArticle({ name, children }: Element): boolean {
  return (
    name === 'h1' ||
    name === 'main' ||
    children.some((child) => child.kind === 'element' && holdsArticle(child))
  )
}

/** What engines and our own reading look at; pictures keep all, because their addresses hide under many names. */
const wanted = new Set(
  'class id role rel href lang xml:lang dir title itemprop alt aria-label aria-hidden aria-modal start value reversed type colspan rowspan datetime cite property content name'.split(
    ' ',
  ),
)

const pictures = new Set(['img', 'picture', 'source', 'figure', 'video', 'math', 'annotation'])

function attributesOf({ name, attributes }: Element): ReadonlyMap<string, string> {
  if (attributes.size === 0 || pictures.has(name)) return attributes
  // Readability takes whatever is called a dateline for the byline, and removes it; in a paragraph it is part of the story.
  const isDateline = /dateline/i.test(attributes.get('class') ?? '')
  return new Map(
    [...attributes].filter(([key]) => wanted.has(key) && !(isDateline && (key === 'class' || key === 'id'))),
  )
}
