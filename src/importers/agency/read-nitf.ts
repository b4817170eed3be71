import type { Furniture, FurniturePart } from '../../model/content.ts'
import {
  childElements,
  childrenNamed,
  descendantsNamed,
  firstNamed,
  nodesWithin,
  textOf,
} from '../../markup/walk.ts'
import type { Element } from '../../markup/tree.ts'
import { noStory, type AgencyStory } from './agency-story.ts'
import { firstAttribute, firstLine, lineIn } from './elements.ts'
import { furnitureLine } from './furniture-line.ts'
import { inHtml } from './nitf-html.ts'

/** The story of a `nitf` element without prefixes; what is not in it stays as `otherwise` has it. */
export function readNitf(nitf: Element, otherwise: AgencyStory = noStory): AgencyStory {
  const head = firstNamed(nitf, 'body.head') ?? nitf
  const content = contentIn(nitf)
  return {
    ...otherwise,
    headline: firstLine(head, 'hl1') ?? firstLine(nitf, 'title') ?? otherwise.headline,
    byline: bylineOf(head) ?? otherwise.byline,
    agency:
      firstLine(head, 'distributor') ?? firstAttribute(nitf, 'doc.copyright', 'holder') ?? otherwise.agency,
    dateline: datelineOf(head) ?? otherwise.dateline,
    published: publishedOf(nitf) ?? otherwise.published,
    language: languageOf(nitf) ?? otherwise.language,
    url: firstAttribute(nitf, 'pubdata', 'ex-ref') ?? otherwise.url,
    tags: [...otherwise.tags, ...tagsOf(nitf)],
    furniture: [...otherwise.furniture, ...furnitureOf(nitf, head)],
    body: content === null ? otherwise.body : [inHtml(content)],
  }
}

/** Notes have a `body.content` of their own. */
function contentIn(nitf: Element): Element | null {
  const body = firstNamed(nitf, 'body')
  const own = body === null ? undefined : childrenNamed(body, 'body.content')[0]
  return own ?? firstNamed(nitf, 'body.content')
}

/** Each byline names one or more, and what they are (`byttl`). */
function bylineOf(head: Element): string | null {
  const lines = descendantsNamed(head, 'byline').map((byline) => {
    const people = descendantsNamed(byline, 'person').map(lineIn)
    const names = people.filter((name) => name !== null)
    const whole = lineIn(without(byline, 'byttl'))
    // Names one after the other without a word between them run together.
    return names.length > 1 && names.join(' ') === whole ? names.join(', ') : whole
  })
  const named = lines.filter((line) => line !== null)
  return named.map((line, index) => (index === 0 ? line : line.replace(/^by\s+/i, ''))).join(', ') || null
}

function without(element: Element, name: string): Element {
  return {
    ...element,
    children: element.children.filter((child) => child.kind === 'text' || child.name !== name),
  }
}

/** A location and the day of the story, or a line of both. */
function datelineOf(head: Element): string | null {
  const dateline = firstNamed(head, 'dateline')
  if (dateline === null) return null
  const location = firstNamed(dateline, 'location')
  return location === null ? lineIn(without(dateline, 'story.date')) : placeIn(location)
}

/** `Lisbon, Portugal`, where city and country are elements of their own. */
function placeIn(location: Element): string | null {
  const parts = childElements(location).map(lineIn)
  const named = parts.filter((part) => part !== null)
  return named.join('').replace(/\s+/g, '') === textOf(location).replace(/\s+/g, '')
    ? named.join(', ')
    : lineIn(location)
}

function publishedOf(nitf: Element): string | null {
  return (
    firstAttribute(nitf, 'date.issue', 'norm') ??
    firstAttribute(nitf, 'story.date', 'norm') ??
    firstAttribute(nitf, 'date.release', 'norm') ??
    firstAttribute(nitf, 'pubdata', 'date.publication')
  )
}

function languageOf(nitf: Element): string | null {
  const content = firstNamed(nitf, 'body')
  const named = [nitf, ...(content === null ? [] : [content])].flatMap(({ attributes }) => [
    attributes.get('xml:lang'),
    attributes.get('baselang'),
    attributes.get('lang'),
  ])
  return named.find((language) => language !== undefined) ?? null
}

/** The elements of `identified-content` in which the words are those of a subject. */
const identified = ['person', 'org', 'location', 'event', 'object.title', 'function']

/** Key words, subjects by their names, and what the story was found to be about. */
function tagsOf(nitf: Element): string[] {
  const subjects = descendantsNamed(nitf, 'tobject.subject').flatMap(({ attributes }) =>
    ['type', 'matter', 'detail'].map((level) => attributes.get(`tobject.subject.${level}`)),
  )
  const keywords = descendantsNamed(nitf, 'keyword').map(({ attributes }) => attributes.get('key'))
  const found = descendantsNamed(nitf, 'identified-content').flatMap((content) => [
    ...descendantsNamed(content, 'classifier').map(({ attributes }) => attributes.get('value')),
    ...descendantsNamed(content, ...identified).map(
      (element) => element.attributes.get('value') ?? lineIn(element),
    ),
  ])
  return [...keywords, ...subjects, ...found].filter((tag) => tag != null)
}

/** The elements above and below the text that are no facts, and what each is. */
const parts = new Map<string, FurniturePart>([
  ['byttl', 'bylineTitle'],
  ['abstract', 'note'],
  ['note', 'note'],
  ['rights', 'note'],
  ['series', 'note'],
  ['tagline', 'credit'],
  ['bibliography', 'note'],
])

function furnitureOf(nitf: Element, head: Element): Furniture[] {
  const end = firstNamed(nitf, 'body.end')
  return [
    ...furnitureLine('slug', 'before', firstAttribute(nitf, 'fixture', 'fix-id')),
    ...furnitureLine('note', 'before', firstAttribute(nitf, 'ed-msg', 'info')),
    ...linesIn(head, 'before', new Map([...parts, ['hl2', 'headline']])),
    ...(end === null ? [] : linesIn(end, 'after', parts)),
  ]
}

function linesIn(
  within: Element,
  position: Furniture['position'],
  known: ReadonlyMap<string, FurniturePart>,
): Furniture[] {
  return [...nodesWithin(within)].flatMap((node) => {
    const part = node.kind === 'element' ? known.get(node.name) : undefined
    return part === undefined ? [] : furnitureLine(part, position, textOf(node))
  })
}
