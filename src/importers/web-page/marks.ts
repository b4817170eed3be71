import type { Element, Node } from '../../markup/tree.ts'
import { firstNamed, textOf } from '../../markup/walk.ts'
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
  /** What elements with `rel="author"` say; `line` counts the lines above. */
  relAuthors: { text: string; line: number }[]
  /** The lines of each element that is called an author's name. */
  signed: string[][]
  /** What links to the page of an author say. */
  authorLinks: string[]
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

/** Names of elements that hold a writer's name; the name of a box with picture and life is not among them, nor who speaks below the article. */
const signature =
  /(?:^|\s)(?:(?!\S*(?:comment|quote|photo|image|related|teaser|recommend|reply|review|forum))(?:[\w-]*[-_])?(?:author|autor|byline|verfasser|writer|auteur)(?:[-_]*(?:name|link))?(?:-txt)?|fn|username|posted-by|postedby|by)(?=\s|$)/i

/** Names that hAtom and h-entry give the date of an entry. */
const publishedClass = /(?:^|\s)(?:dt-)?published(?:\s|$)/

/** Where sites keep what their writers wrote. */
const authorPage =
  /\/(?:authors?|autor(?:en|in|es)?|auteurs?|writers?|contributors?|profiles?|redakteure?)\/[^/]/i

/** Two names with what they are. */
const longestSignature = 100
/** `By`, a name, a role, a date, buttons; more is the life of a writer. */
const mostLines = 8

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
    authorLinks: [],
    times: [],
    lines: [],
  }
  const walk = new Walk(marks, textOf(root).length)
  walk.enter(root, { hints: '', of: '', isAside: false })
  return marks
}

class Walk {
  private line = ''
  constructor(
    private readonly marks: Marks,
    private readonly length: number,
  ) {}

  enter(element: Element, around: Place): void {
    const { name, attributes } = element
    if (name === 'script') return this.takeScript(element)
    if (unseen.has(name)) return
    const place = this.placeOf(element, around)
    this.takeElement(element, place)
    if (name === 'title') return
    const isBlock = !inline.has(name)
    const tag = isBlock ? name : ''
    if (isBlock) this.endLine(around, 'div')
    for (const child of element.children) this.take(child, place)
    if (isBlock || attributes.get('rel') === 'author') this.endLine(place, tag || 'span')
  }

  private placeOf(element: Element, around: Place): Place {
    const { name, attributes } = element
    const own = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.trim().toLowerCase()
    const hints = own === '' ? around.hints : `${own} ${around.hints}`.slice(0, hintLength)
    const isRoot = name === 'html' || name === 'body'
    // Under many a post stands a footer of its own, with who wrote it and when.
    const isFooter = name === 'footer' && !/entry|post|article|meta/.test(hints)
    const isAside =
      name === 'nav' ||
      name === 'aside' ||
      isFooter ||
      (!isRoot && !around.isAside && aside.test(own) && !this.isMain(element))
    const of = attributes.get('itemtype') ?? attributes.get('typeof')
    return { hints, of: of?.toLowerCase() ?? around.of, isAside: around.isAside || isAside }
  }

  /** Whether most of the page stands in it, and the name says how the page is laid out. */
  private isMain(element: Element): boolean {
    return firstNamed(element, 'h1', 'main') !== null || textOf(element).length > this.length / 2
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
      marks.relAuthors.push({ text: collapse(plainText(element)), line: marks.lines.length })
    if (signature.test(attributes.get('class') ?? '')) this.takeSignature(element)
    if (name === 'a' && authorPage.test(attributes.get('href') ?? ''))
      marks.authorLinks.push(collapse(plainText(element)))
    const property = (attributes.get('itemprop') ?? attributes.get('property') ?? '').toLowerCase()
    for (const one of property.split(/\s+/)) {
      const bare = one.replace(/^\w+:/, '')
      if (wantedProperties.has(bare) && (name !== 'meta' || attributes.has('itemprop')))
        marks.items.push({ property: bare, value: valueOf(element), of })
    }
    // Microformats keep the date of an entry in the title of an abbreviation.
    const isDated = publishedClass.test(attributes.get('class') ?? '')
    const value =
      attributes.get('datetime') ?? (name === 'abbr' && isDated ? attributes.get('title') : undefined)
    if (value !== undefined && (name === 'time' || isDated))
      marks.times.push({
        value,
        isPublished: isDated || attributes.has('pubdate') || property.includes('published'),
      })
  }

  private takeSignature(element: Element): void {
    const lines = spelled(element).split('\n').map(collapse)
    const named = lines.filter((line) => line !== '' && line.length <= longestSignature)
    if (named.length > 0 && named.length <= mostLines) this.marks.signed.push(named)
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

/** The words of an element, what stands in blocks on lines of its own; style sheets keep the words of two elements apart. */
function spelled(element: Element): string {
  const words = element.children.map((child) => {
    if (child.kind === 'text') return child.text.replaceAll('\n', ' ')
    if (unseen.has(child.name) || child.name === 'script') return ''
    return inline.has(child.name) ? ` ${spelled(child)} ` : `\n${spelled(child)}\n`
  })
  return words.join('')
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
