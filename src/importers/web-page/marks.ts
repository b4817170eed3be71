import type { Element, Node } from '../../markup/tree.ts'
import { collapse, plainText } from './plain.ts'

/** A value that microdata or RDFa names; `of` is the type of the thing it belongs to, in lower case. */
export type Item = { property: string; value: string; of: string }

/** A line of the page as it is seen. */
export type Line = {
  text: string
  /** `class` and `id` of the element and of those around it, nearest first, in lower case. */
  hints: string
  /** Of the element it stands in: `h1`, `p`, `div`. */
  name: string
  isAside: boolean
}

/** What the page says of itself, gathered in one walk and not yet judged. What stands beside the article is only among the lines. */
export type Marks = {
  /** Of the `html` element. */
  language: string
  title: string
  /** `name`, `property` or `http-equiv` in lower case to what they say, in the order of the page. */
  metas: Map<string, string[]>
  canonical: string
  jsonLd: string[]
  items: Item[]
  /** What elements with `rel="author"` say. */
  relAuthors: string[]
  /** What elements say that are called an author's name. */
  signed: string[]
  /** `datetime` of `time` elements. */
  times: { value: string; isPublished: boolean }[]
  lines: Line[]
}

/** Where an element stands. */
type Place = { hints: string; of: string; isAside: boolean }

/** Longer ones are prose, and nothing is looked for in prose. */
const longestLine = 300

/** How much of the names around an element counts: its own, its parent's and perhaps one more. */
const hintLength = 160

const unseen = new Set(
  'style noscript template iframe object embed svg math select button textarea canvas audio video'.split(' '),
)
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby s samp small span strike strong sub sup time tt u var address'.split(
    ' ',
  ),
)
const wantedProperties = new Set(
  'author creator datepublished datecreated datemodified headline keywords inlanguage'.split(' '),
)

/** Names of elements that hold a writer's name; the name of a box with picture and life is not among them. */
const signature =
  /(?:^|\s)(?:(?:entry-|post-|article-|meta-|p-|story-|news-)?(?:author|autor|byline|verfasser)(?:[-_]?name)?|fn|username|posted-by|postedby|by|writer|auteur)(?:\s|$)/i

/** Two names with what they are. */
const longestSignature = 100

/** Names of what stands beside an article. */
const aside =
  /(?:^|[\s_-])(?:comments?|commentlist|respond|sidebar|widget|related|recommended|recent|popular|trending|nav|navi|navigation|menu|breadcrumbs?|cookie|newsletter|teaser|promo|site-footer|page-footer|kommentare?|seitenleiste)(?:$|[\s_-])/

export function gatherMarks(root: Element): Marks {
  const marks: Marks = {
    language: '',
    title: '',
    metas: new Map(),
    canonical: '',
    jsonLd: [],
    items: [],
    relAuthors: [],
    signed: [],
    times: [],
    lines: [],
  }
  const walk = new Walk(marks)
  walk.enter(root, { hints: '', of: '', isAside: false })
  return marks
}

class Walk {
  private line = ''
  constructor(private readonly marks: Marks) {}

  enter(element: Element, around: Place): void {
    const { name, attributes } = element
    if (name === 'script') return this.takeScript(element)
    if (unseen.has(name)) return
    const place = placeOf(element, around)
    this.takeElement(element, place)
    if (name === 'title') return
    const isBlock = !inline.has(name)
    const tag = isBlock ? name : ''
    if (isBlock) this.endLine(around, 'div')
    for (const child of element.children) this.take(child, place)
    if (isBlock || attributes.get('rel') === 'author') this.endLine(place, tag || 'span')
  }

  private take(node: Node, place: Place): void {
    if (node.kind === 'text') this.line += node.text
    else this.enter(node, place)
  }

  private endLine({ hints, isAside }: Place, name: string): void {
    const text = collapse(this.line)
    this.line = ''
    if (text === '' || text.length > longestLine) return
    this.marks.lines.push({ text, hints, name, isAside })
  }

  private takeScript({ attributes, children }: Element): void {
    if (!/^application\/(?:\w+\+)?ld\+json/i.test(attributes.get('type') ?? '')) return
    this.marks.jsonLd.push(children.map((child) => (child.kind === 'text' ? child.text : '')).join(''))
  }

  private takeElement(element: Element, { of, isAside }: Place): void {
    const { name, attributes } = element
    const { marks } = this
    if (name === 'html') marks.language = attributes.get('lang') ?? attributes.get('xml:lang') ?? ''
    if (name === 'title' && marks.title === '') marks.title = collapse(plainText(element))
    if (name === 'meta') this.takeMeta(attributes)
    if (name === 'link' && marks.canonical === '' && attributes.get('rel')?.toLowerCase() === 'canonical')
      marks.canonical = attributes.get('href') ?? ''
    if (isAside) return
    if (/(?:^|\s)author(?:\s|$)/i.test(attributes.get('rel') ?? '') && name !== 'link')
      marks.relAuthors.push(collapse(plainText(element)))
    if (signature.test(attributes.get('class') ?? '')) this.takeSignature(element)
    const property = (attributes.get('itemprop') ?? attributes.get('property') ?? '').toLowerCase()
    for (const one of property.split(/\s+/)) {
      const bare = one.replace(/^\w+:/, '')
      if (wantedProperties.has(bare) && (name !== 'meta' || attributes.has('itemprop')))
        marks.items.push({ property: bare, value: valueOf(element), of })
    }
    const value = attributes.get('datetime')
    if (name === 'time' && value !== undefined)
      marks.times.push({ value, isPublished: attributes.has('pubdate') || property.includes('published') })
  }

  private takeSignature(element: Element): void {
    const text = collapse(plainText(element))
    if (text !== '' && text.length <= longestSignature) this.marks.signed.push(text)
  }

  private takeMeta(attributes: ReadonlyMap<string, string>): void {
    const content = collapse(attributes.get('content') ?? '')
    if (content === '') return
    for (const key of [attributes.get('name'), attributes.get('property'), attributes.get('http-equiv')]) {
      for (const one of (key ?? '').toLowerCase().split(/\s+/)) {
        if (one !== '') this.marks.metas.set(one, [...(this.marks.metas.get(one) ?? []), content])
      }
    }
  }
}

function placeOf({ name, attributes }: Element, around: Place): Place {
  const own = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.trim().toLowerCase()
  const hints = own === '' ? around.hints : `${own} ${around.hints}`.slice(0, hintLength)
  const isRoot = name === 'html' || name === 'body'
  // Under many a post stands a footer of its own, with who wrote it and when.
  const isFooter = name === 'footer' && !/entry|post|article|meta/.test(hints)
  const isAside = name === 'nav' || name === 'aside' || isFooter || (!isRoot && aside.test(own))
  const of = attributes.get('itemtype') ?? attributes.get('typeof')
  return { hints, of: of?.toLowerCase() ?? around.of, isAside: around.isAside || isAside }
}

/** What an element with a property says: its `content`, the name of the thing it holds, else its words. */
function valueOf(element: Element): string {
  const { attributes } = element
  const given = attributes.get('content') ?? attributes.get('datetime')
  return collapse(given ?? plainText(namedWithin(element) ?? element))
}

function namedWithin(element: Element): Element | null {
  for (const child of element.children) {
    if (child.kind === 'text') continue
    if (/(?:^|:)name$/.test(child.attributes.get('itemprop') ?? child.attributes.get('property') ?? ''))
      return child
    const found = namedWithin(child)
    if (found !== null) return found
  }
  return null
}
